// SPDX-License-Identifier: Apache-2.0
/** For development and tests: Fabric's gRPC services, with Fabric's own names, bytes and errors. */
@NullMarked
package org.huxin.embedded.gateway;

import org.jspecify.annotations.NullMarked;
