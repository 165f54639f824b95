// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.suite;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.hyperledger.fabric.contract.ContractRuntimeException;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIteratorWithMetadata;

/**
 * The chaincode of the recorded network (proto/vectors/fabric/chaincode.go.txt) in Java, and a
 * function that takes its time.
 */
public final class RecordedChaincode implements Chaincode {

  @Override
  public Response init(ChaincodeStub stub) {
    return ok(new byte[0]);
  }

  @Override
  public Response invoke(ChaincodeStub stub) {
    List<String> a = stub.getParameters();
    try {
      return dispatch(stub, stub.getFunction(), a);
    } catch (ContractRuntimeException e) {
      return error("LIC-0500", String.valueOf(e.getMessage()));
    } catch (IndexOutOfBoundsException e) {
      return error("LIC-0400", "bad arguments for " + stub.getFunction());
    }
  }

  private static Response dispatch(ChaincodeStub stub, String function, List<String> a) {
    switch (function) {
      case "put" -> {
        stub.putStringState(a.get(0), a.get(1));
        return ok("put " + a.get(0));
      }
      case "get" -> {
        byte[] value = stub.getState(a.get(0));
        return value.length == 0 ? error("LIC-0404", "no such key " + a.get(0)) : ok(value);
      }
      case "touch" -> {
        stub.getState(a.get(0));
        return ok(new byte[0]);
      }
      case "del" -> {
        stub.delState(a.get(0));
        return ok(new byte[0]);
      }
      case "putn" -> {
        for (int i = 0; i < Integer.parseInt(a.get(0)); i++) {
          stub.putStringState("%s%03d".formatted(a.get(1), i), "v" + i);
        }
        return ok(new byte[0]);
      }
      case "rmw" -> {
        byte[] old = stub.getState(a.get(0));
        stub.putStringState(a.get(0), new String(old, StandardCharsets.UTF_8) + a.get(1));
        return ok(old);
      }
      case "putget" -> {
        stub.putStringState(a.get(0), a.get(1));
        return ok(stub.getState(a.get(0)));
      }
      case "putputdel" -> {
        stub.putStringState(a.get(0), "1");
        stub.putStringState(a.get(0), "2");
        stub.putStringState(a.get(1), "3");
        stub.delState(a.get(1));
        return ok(new byte[0]);
      }
      case "range" -> {
        return ok(list(stub.getStateByRange(a.get(0), a.get(1))));
      }
      case "rangeput" -> {
        String found = list(stub.getStateByRange(a.get(0), a.get(1)));
        stub.putStringState(a.get(2), a.get(3));
        return ok(found);
      }
      case "rangefirst" -> {
        var first = stub.getStateByRange(a.get(0), a.get(1)).iterator();
        if (first.hasNext()) {
          first.next();
        }
        stub.putStringState(a.get(2), a.get(3));
        return ok(new byte[0]);
      }
      case "page" -> {
        QueryResultsIteratorWithMetadata<KeyValue> page =
            stub.getStateByRangeWithPagination(a.get(0), a.get(1), 3, "");
        return ok(list(page) + "bm=" + page.getMetadata().getBookmark());
      }
      case "cput" -> {
        String key =
            stub.createCompositeKey(a.get(0), a.subList(2, a.size()).toArray(String[]::new))
                .toString();
        stub.putStringState(key, a.get(1));
        return ok(key);
      }
      case "crange" -> {
        return ok(list(partial(stub, a.get(0), a.subList(1, a.size()))));
      }
      case "crangeput" -> {
        String range = list(partial(stub, a.get(0), a.subList(1, a.size() - 1)));
        stub.putStringState(a.get(a.size() - 1), range);
        return ok(range);
      }
      case "event" -> {
        stub.putStringState(a.get(0), a.get(1));
        stub.setEvent(a.get(2), ("payload-" + a.get(1)).getBytes(StandardCharsets.UTF_8));
        return ok(new byte[0]);
      }
      case "eventonly" -> {
        stub.setEvent(a.get(0), "only".getBytes(StandardCharsets.UTF_8));
        return ok(new byte[0]);
      }
      case "sbe" -> {
        if (!a.get(1).isEmpty()) {
          stub.putStringState(a.get(0), a.get(1));
        }
        stub.setStateValidationParameter(a.get(0), peersOf(a.subList(2, a.size())));
        return ok(new byte[0]);
      }
      case "sbeclear" -> {
        stub.setStateValidationParameter(a.get(0), new byte[0]);
        return ok(new byte[0]);
      }
      case "sbeget" -> {
        byte[] policy = stub.getStateValidationParameter(a.get(0));
        return ok(policy == null ? new byte[0] : policy);
      }
      default -> {
        return dispatchMore(stub, function, a);
      }
    }
  }

  private static Response dispatchMore(ChaincodeStub stub, String function, List<String> a) {
    switch (function) {
      case "pput" -> {
        stub.putPrivateData(a.get(0), a.get(1), transientValue(stub));
        return ok(new byte[0]);
      }
      case "pget" -> {
        return ok(stub.getPrivateData(a.get(0), a.get(1)));
      }
      case "phash" -> {
        return ok(stub.getPrivateDataHash(a.get(0), a.get(1)));
      }
      case "phashput" -> {
        byte[] hash = stub.getPrivateDataHash(a.get(0), a.get(1));
        stub.putState(a.get(2), hash);
        return ok(hash);
      }
      case "prmw" -> {
        byte[] old = stub.getPrivateData(a.get(0), a.get(1));
        byte[] more = transientValue(stub);
        byte[] both = Arrays.copyOf(old, old.length + more.length);
        System.arraycopy(more, 0, both, old.length, more.length);
        stub.putPrivateData(a.get(0), a.get(1), both);
        return ok(new byte[0]);
      }
      case "pdel" -> {
        stub.delPrivateData(a.get(0), a.get(1));
        return ok(new byte[0]);
      }
      case "ppurge" -> {
        stub.purgePrivateData(a.get(0), a.get(1));
        return ok(new byte[0]);
      }
      case "psbe" -> {
        stub.setPrivateDataValidationParameter(a.get(0), a.get(1), peersOf(a.subList(2, a.size())));
        return ok(new byte[0]);
      }
      case "fail" -> {
        return error("LIC-0409", "refused on purpose");
      }
      case "failwrite" -> {
        stub.putStringState("never", "x");
        return error("LIC-0410", "after a write");
      }
      case "status" -> {
        return new Response(
            Integer.parseInt(a.get(0)),
            "status " + a.get(0),
            ("body " + a.get(0)).getBytes(StandardCharsets.UTF_8));
      }
      case "big" -> {
        return ok("b".repeat(Integer.parseInt(a.get(0))));
      }
      case "random" -> {
        byte[] random = new byte[8];
        ThreadLocalRandom.current().nextBytes(random);
        stub.putState(a.get(0), random);
        return ok(random);
      }
      case "randomreply" -> {
        byte[] reply = new byte[8];
        ThreadLocalRandom.current().nextBytes(reply);
        return ok(reply);
      }
      case "call" -> {
        return stub.invokeChaincodeWithStringArgs(a.get(0), a.subList(2, a.size()), a.get(1));
      }
      case "putcall" -> {
        stub.putStringState(a.get(0), a.get(1));
        return stub.invokeChaincodeWithStringArgs(a.get(2), a.subList(4, a.size()), a.get(3));
      }
      case "history" -> {
        int changes = 0;
        for (Object ignored : stub.getHistoryForKey(a.get(0))) {
          changes++;
        }
        return ok(String.valueOf(changes));
      }
      case "whoami" -> {
        return ok(stub.getCreator());
      }
      case "slow" -> {
        pause(Duration.ofMillis(Long.parseLong(a.get(0))));
        return ok("slow");
      }
      case "noop" -> {
        return ok("noop");
      }
      default -> {
        return error("LIC-0405", "unknown function " + function);
      }
    }
  }

  private static void pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static Iterable<KeyValue> partial(
      ChaincodeStub stub, String type, List<String> attributes) {
    return stub.getStateByPartialCompositeKey(type, attributes.toArray(String[]::new));
  }

  private static byte[] transientValue(ChaincodeStub stub) {
    return stub.getTransient().getOrDefault("v", new byte[0]);
  }

  private static String list(Iterable<KeyValue> results) {
    StringBuilder text = new StringBuilder();
    for (KeyValue result : results) {
      text.append(HexFormat.of().formatHex(result.getKey().getBytes(StandardCharsets.UTF_8)))
          .append('=')
          .append(result.getStringValue())
          .append(';');
    }
    return text.toString();
  }

  /** As Go's statebased package writes it: all of the organisations, sorted. */
  private static byte[] peersOf(List<String> mspIds) {
    List<String> sorted = mspIds.stream().sorted().collect(Collectors.toList());
    SignaturePolicy.NOutOf.Builder all = SignaturePolicy.NOutOf.newBuilder().setN(sorted.size());
    SignaturePolicyEnvelope.Builder policy = SignaturePolicyEnvelope.newBuilder();
    for (int i = 0; i < sorted.size(); i++) {
      all.addRules(SignaturePolicy.newBuilder().setSignedBy(i));
      policy.addIdentities(
          MSPPrincipal.newBuilder()
              .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
              .setPrincipal(
                  MSPRole.newBuilder()
                      .setMspIdentifier(sorted.get(i))
                      .setRole(MSPRole.MSPRoleType.PEER)
                      .build()
                      .toByteString()));
    }
    return policy.setRule(SignaturePolicy.newBuilder().setNOutOf(all)).build().toByteArray();
  }

  private static Response ok(String payload) {
    return ok(payload.getBytes(StandardCharsets.UTF_8));
  }

  private static Response ok(byte[] payload) {
    return new Response(200, null, payload);
  }

  private static Response error(String code, String message) {
    return new Response(500, code + "|{\"m\":\"" + message + "\"}", null);
  }
}
