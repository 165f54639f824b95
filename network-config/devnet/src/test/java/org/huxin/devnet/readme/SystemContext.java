// SPDX-License-Identifier: Apache-2.0
package org.huxin.devnet.readme;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.huxin.core.id.HolderId;
import org.huxin.core.id.LicenceIdentifier;
import org.huxin.core.id.Uscc;
import org.huxin.core.signed.SignedStatement;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.digest.Digest;
import org.huxin.crypto.signature.Signer;
import org.huxin.sdk.issuing.BatchKind;

/**
 * Around snippets of an approval system: an authority that is accredited on a ledger, its database,
 * and a licence that it is about to issue.
 */
public class SystemContext extends SnippetContext {
  /** The profile's file. */
  protected final Path file;

  /** The authority's credit code. */
  protected final Uscc authority;

  /** Signs with the authority's first key. */
  protected final Signer signer;

  /** The authority's secret, 32 bytes. */
  protected final Bytes secret;

  /** The application's database. */
  protected final DataSource dataSource;

  /** What the authority issues. */
  protected final BatchKind kind;

  /** The identifier of a licence that was not issued yet; each snippet has another. */
  protected final LicenceIdentifier identifier;

  /** Who will hold it. */
  protected final HolderId holder;

  /** Its document. */
  protected final Bytes document;

  /** The digest of a decision about it. */
  protected final Digest decision;

  /** A batch that the authority signed and nobody submitted yet. */
  protected final SignedStatement statement;

  SystemContext(
      Path file,
      Uscc authority,
      Signer signer,
      Bytes secret,
      DataSource dataSource,
      BatchKind kind,
      LicenceIdentifier identifier,
      HolderId holder,
      Bytes document,
      Digest decision,
      SignedStatement statement) {
    this.file = file;
    this.authority = authority;
    this.signer = signer;
    this.secret = secret;
    this.dataSource = dataSource;
    this.kind = kind;
    this.identifier = identifier;
    this.holder = holder;
    this.document = document;
    this.decision = decision;
    this.statement = statement;
  }

  /** The same. */
  protected SystemContext(SystemContext other) {
    this(
        other.file,
        other.authority,
        other.signer,
        other.secret,
        other.dataSource,
        other.kind,
        other.identifier,
        other.holder,
        other.document,
        other.decision,
        other.statement);
  }
}
