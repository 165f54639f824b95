// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded.gateway;

import java.util.Optional;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekPosition;

/**
 * Which blocks a client asks for.
 *
 * @param first the first block's number
 * @param last the last block's number, not before the first; {@link Long#MAX_VALUE} for no end
 */
record SeekRange(long first, long last) {

  /** The range, or empty if the request makes no sense. */
  static Optional<SeekRange> of(SeekInfo seek, long height) {
    if (!seek.hasStart() || !seek.hasStop()) {
      return Optional.empty();
    }
    Optional<Long> start = position(seek.getStart(), height, height);
    Optional<Long> stop = position(seek.getStop(), height, Long.MAX_VALUE);
    return start.flatMap(
        first ->
            stop.filter(last -> Long.compareUnsigned(last, first) >= 0)
                // Go's clients write 2^64-1 for no end.
                .map(last -> new SeekRange(first, last < 0 ? Long.MAX_VALUE : last)));
  }

  private static Optional<Long> position(SeekPosition position, long height, long nextCommit) {
    return switch (position.getTypeCase()) {
      case OLDEST -> Optional.of(0L);
      case NEWEST -> Optional.of(height - 1);
      case NEXT_COMMIT -> Optional.of(nextCommit);
      case SPECIFIED -> Optional.of(position.getSpecified().getNumber());
      case TYPE_NOT_SET -> Optional.empty();
    };
  }
}
