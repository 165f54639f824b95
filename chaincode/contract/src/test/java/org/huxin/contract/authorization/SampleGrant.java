// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huxin.core.authorization.GrantAuthorization;
import org.huxin.core.authorization.GrantedItem;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Thumbprint;
import org.huxin.core.id.Uscc;
import org.huxin.core.reference.BlindedRef;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.digest.Digest;

/** A grant that a test changes in one place. */
final class SampleGrant {
  private final StatementId scope;
  private Optional<Uscc> grantee = Optional.of(ConsentBench.CONSUMER);
  private Optional<Thumbprint> agent = Optional.empty();
  private Optional<StatementId> parent = Optional.empty();
  private LicenceTypeCode type = ConsentBench.LICENCE;
  private Optional<DivisionCode> division = Optional.empty();
  private Optional<BlindedRef> ref = Optional.empty();
  private List<FieldName> fields = List.of(ConsentBench.NAME);
  private List<ServiceItemCode> items = List.of(ConsentBench.ITEM);
  private Code purpose = ConsentBench.PURPOSE;
  private int maxUses = 1;
  private Instant notBefore;
  private Instant notAfter;
  private Optional<Digest> business = Optional.empty();

  SampleGrant(StatementId scope, Instant now) {
    this.scope = scope;
    this.notBefore = now;
    this.notAfter = now.plus(Duration.ofHours(1));
  }

  SampleGrant to(Uscc uscc) {
    grantee = Optional.of(uscc);
    return this;
  }

  SampleGrant toNobody() {
    grantee = Optional.empty();
    return this;
  }

  SampleGrant agent(Thumbprint key) {
    agent = Optional.of(key);
    return this;
  }

  SampleGrant parent(StatementId id) {
    parent = Optional.of(id);
    return this;
  }

  SampleGrant type(LicenceTypeCode code) {
    type = code;
    return this;
  }

  SampleGrant division(String code) {
    division = Optional.of(new DivisionCode(code));
    return this;
  }

  SampleGrant ref(BlindedRef licence) {
    ref = Optional.of(licence);
    return this;
  }

  SampleGrant fields(FieldName... names) {
    fields = List.of(names);
    return this;
  }

  SampleGrant items(ServiceItemCode... codes) {
    items = List.of(codes);
    return this;
  }

  SampleGrant purpose(Code code) {
    purpose = code;
    return this;
  }

  SampleGrant uses(int count) {
    maxUses = count;
    return this;
  }

  SampleGrant window(Instant from, Instant to) {
    notBefore = from;
    notAfter = to;
    return this;
  }

  SampleGrant business(Digest commitment) {
    business = Optional.of(commitment);
    return this;
  }

  GrantAuthorization build() {
    return new GrantAuthorization(
        grantee,
        agent,
        parent,
        scope,
        List.of(new GrantedItem(type, division, ref, fields)),
        items,
        purpose,
        maxUses,
        notBefore,
        notAfter,
        business);
  }
}
