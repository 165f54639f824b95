// SPDX-License-Identifier: Apache-2.0
package org.huxin.fabric.access;

import com.google.protobuf.ByteString;

/**
 * Bytes and who claims to have signed them.
 *
 * @param data what is signed
 * @param identity a serialized identity
 * @param signature over the data
 */
public record SignedData(ByteString data, ByteString identity, ByteString signature) {}
