// SPDX-License-Identifier: Apache-2.0
package org.huxin.contract.authorization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huxin.core.authorization.RecordUsage;
import org.huxin.core.authorization.UseBasis;
import org.huxin.core.authorization.UsedLicence;
import org.huxin.core.holder.Trail;
import org.huxin.core.id.DivisionCode;
import org.huxin.core.id.LicenceTypeCode;
import org.huxin.core.id.ServiceItemCode;
import org.huxin.core.id.StatementId;
import org.huxin.core.id.Uscc;
import org.huxin.core.reference.BlindedRef;
import org.huxin.core.statement.Code;
import org.huxin.core.statement.FieldName;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;

/** A usage that a test changes in one place. */
final class SampleUsage {
  private final List<StatementId> authorizations;
  private Uscc grantee = ConsentBench.CONSUMER;
  private ServiceItemCode item = ConsentBench.ITEM;
  private Digest business = ConsentBench.digest("business");
  private int number;
  private UseBasis basis = UseBasis.AUTHORIZATION;
  private Optional<StatementId> scope = Optional.empty();
  private Code purpose = ConsentBench.PURPOSE;
  private DivisionCode accepting = new DivisionCode("150603");
  private LicenceTypeCode type = ConsentBench.LICENCE;
  private DivisionCode division = ConsentBench.ISSUED_IN;
  private BlindedRef ref = ConsentBench.ref("licence");
  private List<FieldName> fields = List.of(ConsentBench.NAME);
  private int sealedLength = Trail.SEALED_LENGTH;

  SampleUsage(StatementId... authorizations) {
    this.authorizations = List.of(authorizations);
  }

  SampleUsage by(Uscc uscc) {
    grantee = uscc;
    return this;
  }

  SampleUsage item(ServiceItemCode code) {
    item = code;
    return this;
  }

  SampleUsage business(Digest commitment) {
    business = commitment;
    return this;
  }

  SampleUsage number(int value) {
    number = value;
    return this;
  }

  SampleUsage statutory(StatementId id) {
    basis = UseBasis.STATUTORY_DUTY;
    scope = Optional.of(id);
    return this;
  }

  SampleUsage presented(StatementId id) {
    basis = UseBasis.PRESENTATION;
    scope = Optional.of(id);
    return this;
  }

  SampleUsage purpose(Code code) {
    purpose = code;
    return this;
  }

  SampleUsage accepting(String code) {
    accepting = new DivisionCode(code);
    return this;
  }

  SampleUsage type(LicenceTypeCode code) {
    type = code;
    return this;
  }

  SampleUsage division(String code) {
    division = new DivisionCode(code);
    return this;
  }

  SampleUsage ref(BlindedRef licence) {
    ref = licence;
    return this;
  }

  SampleUsage fields(FieldName... names) {
    fields = List.of(names);
    return this;
  }

  SampleUsage sealedLength(int length) {
    sealedLength = length;
    return this;
  }

  RecordUsage build() {
    List<UsedLicence> uses = new ArrayList<>();
    authorizations.forEach(id -> uses.add(used(Optional.of(id))));
    if (basis != UseBasis.AUTHORIZATION) {
      uses.add(used(Optional.empty()));
    }
    return new RecordUsage(
        grantee,
        item,
        business,
        number,
        basis,
        scope,
        basis == UseBasis.PRESENTATION
            ? Optional.of(ConsentBench.digest("presentation"))
            : Optional.empty(),
        purpose,
        accepting,
        0,
        ConsentBench.digest("verdict"),
        uses);
  }

  private UsedLicence used(Optional<StatementId> authorization) {
    return new UsedLicence(
        authorization, type, division, ref, fields, Bytes.of(new byte[sealedLength]));
  }
}
