// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.deployment;

import java.util.Map;

/** A city's processes as units of systemd, for machines without containers. */
record ServiceUnits(Installation installation) {
  /** By their file names. */
  Map<String, String> all() {
    return Map.of(
        "huxin-orderer.service",
        unit("orderer", "/usr/local/bin/orderer", ""),
        "huxin-peer.service",
        unit("peer", "/usr/local/bin/peer node start", ""),
        "huxin-chaincode.service",
        unit(
            "chaincode",
            "/usr/bin/java --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC"
                + " -XX:TieredStopAtLevel=1 -Xss512k -Xmx64m -jar /usr/local/lib/huxin-chaincode.jar",
            // A program that ended when told to has not failed.
            "SuccessExitStatus=143\n"));
  }

  private String unit(String process, String command, String more) {
    return """
        [Unit]
        Description=Huxin: the city's %1$s
        After=network-online.target
        Wants=network-online.target

        [Service]
        User=huxin
        EnvironmentFile=%2$s/%1$s.env
        ExecStart=%3$s
        WorkingDirectory=%4$s
        StateDirectory=%5$s
        Restart=on-failure
        RestartSec=2
        NoNewPrivileges=true
        ProtectSystem=strict
        ReadWritePaths=%4$s
        PrivateTmp=true
        %6$s
        [Install]
        WantedBy=multi-user.target
        """
        .formatted(
            process,
            installation.folder(),
            command,
            installation.data(),
            installation.data().getFileName(),
            more);
  }
}
