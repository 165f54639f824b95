// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import com.google.protobuf.Any;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** Errors as Fabric's gateway gives them: a code, words, and one detail per node that failed. */
final class GatewayStatus {
  private GatewayStatus() {}

  static StatusRuntimeException of(io.grpc.Status.Code code, String message) {
    return of(code, message, List.of());
  }

  static StatusRuntimeException of(
      io.grpc.Status.Code code, String message, List<ErrorDetail> details) {
    Status.Builder status = Status.newBuilder().setCode(code.value()).setMessage(message);
    details.forEach(detail -> status.addDetails(Any.pack(detail)));
    return StatusProto.toStatusRuntimeException(status.build());
  }

  static ErrorDetail detail(String address, String mspId, String message) {
    return ErrorDetail.newBuilder().setAddress(address).setMspId(mspId).setMessage(message).build();
  }
}
