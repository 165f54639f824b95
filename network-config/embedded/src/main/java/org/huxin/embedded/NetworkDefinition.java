// SPDX-License-Identifier: Apache-2.0
package org.huxin.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.embedded.pki.CertificateAuthority;
import org.huxin.embedded.pki.OrganisationKeys;
import org.huxin.fabric.config.build.BatchLimits;
import org.huxin.fabric.config.build.ChannelDefinition;
import org.huxin.fabric.config.build.ConsenterDefinition;
import org.huxin.fabric.config.build.HostPort;
import org.huxin.fabric.config.build.MspDefinition;
import org.huxin.fabric.config.build.OrganisationDefinition;
import org.huxin.fabric.config.build.SmartBftTimes;

/** What the genesis block says of a network. */
record NetworkDefinition(
    String channelId,
    List<OrganisationKeys> keys,
    List<Endpoint> endpoints,
    EmbeddedNetworkBuilder description) {

  ChannelDefinition channel() {
    List<OrganisationDefinition> organisations = new ArrayList<>();
    List<ConsenterDefinition> consenters = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      OrganisationKeys organisation = keys.get(i);
      HostPort place = new HostPort("127.0.0.1", endpoints.get(i).port());
      organisations.add(
          new OrganisationDefinition(msp(organisation), Optional.of(place), List.of(place)));
      String tls = organisation.ordererTls().certificatePem();
      consenters.add(
          new ConsenterDefinition(
              i + 1,
              organisation.mspId(),
              place,
              organisation.orderer().certificatePem(),
              tls,
              tls));
    }
    return new ChannelDefinition(
        channelId,
        organisations,
        consenters,
        new BatchLimits(
            description.batch.maxCount(),
            BatchLimits.DEFAULT.absoluteMaxBytes(),
            Math.min(description.batch.maxBytes(), BatchLimits.DEFAULT.absoluteMaxBytes()),
            BatchLimits.DEFAULT.timeout()),
        SmartBftTimes.SMALL_NETWORK,
        description.accessControls);
  }

  private static MspDefinition msp(OrganisationKeys keys) {
    return new MspDefinition(
        keys.mspId(),
        List.of(pem(keys.root())),
        List.of(pem(keys.intermediate())),
        List.of(pem(keys.tlsRoot())),
        keys.revocationLists(),
        Optional.empty());
  }

  private static String pem(CertificateAuthority authority) {
    return authority.credential().certificatePem();
  }
}
