// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.contract;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.jspecify.annotations.Nullable;

/**
 * The contract as cities that collude run it: honest until an operation is called, which then does
 * something else than the rules allow. Every city endorses the same.
 *
 * @param honest the contract
 * @param operation the operation that it spoils
 * @param fraud what it does
 */
record DishonestChaincode(Chaincode honest, String operation, Fraud fraud) implements Chaincode {

  /** What cities that collude may do. */
  enum Fraud {
    /** One more key is written. */
    WRITES_MORE,
    /** A key gets another value. */
    WRITES_ANOTHER_VALUE,
    /** A key is left out. */
    WRITES_LESS,
    /** A key is deleted. */
    DELETES,
    /** A key gets a policy of its own, so that fewer must endorse from then on. */
    CHANGES_A_POLICY,
    /** What is announced is something else. */
    ANNOUNCES_ANOTHER_EVENT,
    /** What is answered is something else. */
    ANSWERS_SOMETHING_ELSE,
    /** What the rules refuse is written all the same. */
    WRITES_WHAT_IS_REFUSED,
    /** It is the version that the network says, and no release knows it. */
    NOTHING
  }

  private static final byte[] SPOILED = "{\"spoiled\":true}".getBytes(StandardCharsets.UTF_8);
  private static final String MORE = "\u0000city\u0000999999\u0000";

  @Override
  public Response init(ChaincodeStub stub) {
    return honest.init(stub);
  }

  @Override
  public Response invoke(ChaincodeStub stub) {
    if (!operation.equals(stub.getFunction())) {
      return honest.invoke(stub);
    }
    if (fraud == Fraud.WRITES_WHAT_IS_REFUSED) {
      stub.putState(MORE, SPOILED);
      stub.setEvent(operation, SPOILED);
      return new Response(200, "", SPOILED);
    }
    Response response = honest.invoke(spoiling(stub));
    after(stub);
    return fraud == Fraud.ANSWERS_SOMETHING_ELSE
        ? new Response(response.getStatusCode(), "", SPOILED)
        : response;
  }

  private void after(ChaincodeStub stub) {
    switch (fraud) {
      case WRITES_MORE -> stub.putState(MORE, SPOILED);
      case DELETES -> stub.delState(MORE);
      case CHANGES_A_POLICY -> stub.setStateValidationParameter(MORE, SPOILED);
      default -> {
        // All is done by then.
      }
    }
  }

  private ChaincodeStub spoiling(ChaincodeStub stub) {
    return (ChaincodeStub)
        Proxy.newProxyInstance(
            DishonestChaincode.class.getClassLoader(),
            new Class<?>[] {ChaincodeStub.class},
            (proxy, method, given) -> call(stub, method, given));
  }

  private @Nullable Object call(ChaincodeStub stub, Method method, Object @Nullable [] given)
      throws ReflectiveOperationException {
    if (method.getName().equals("putState") && given != null) {
      if (fraud == Fraud.WRITES_LESS) {
        return null;
      }
      if (fraud == Fraud.WRITES_ANOTHER_VALUE) {
        stub.putState((String) given[0], SPOILED);
        return null;
      }
    }
    if (method.getName().equals("setEvent")
        && given != null
        && fraud == Fraud.ANNOUNCES_ANOTHER_EVENT) {
      stub.setEvent((String) given[0], SPOILED);
      return null;
    }
    return method.invoke(stub, given);
  }
}
