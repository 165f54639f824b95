// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli;

import picocli.CommandLine.IVersionProvider;

/** The program's version, as the build wrote it into the jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"huxin " + (version == null ? "(not packaged)" : version)};
  }
}
