// SPDX-License-Identifier: Apache-2.0
package org.huxin.seal.ofd;

import org.huxin.crypto.refusal.RefusalCode;

/** Why a file is no OFD document that can be checked (proto/spec/ofd.md, Refusals). */
public enum OfdRefusal implements RefusalCode {
  /** Not a zip archive, or one that is damaged. Evidence: {@code at}. */
  ZIP_MALFORMED,
  /** Several disks, zip64, encryption or another method. Evidence: {@code at}. */
  ZIP_NOT_SUPPORTED,
  /** More or larger than a limit allows. Evidence: {@code limit}, {@code what}. */
  ZIP_TOO_LARGE,
  /** The local header of an entry is not what the directory says of it. Evidence: {@code entry}. */
  ZIP_HEADERS_DIFFER,
  /** Entries overlap, or bytes lie in the archive that belong to no entry. */
  ZIP_HIDDEN_BYTES,
  /** A name that leads out of the archive, or is no name. Evidence: {@code entry}, its number. */
  ZIP_NAME,
  /** Two entries of one name; upper and lower case do not make two. Evidence: {@code entry}. */
  ZIP_NAME_TWICE,
  /** An entry does not hold what its header says. Evidence: {@code entry}. */
  ZIP_CONTENT,
  /** A file that must be there is not. Evidence: {@code file}. */
  OFD_FILE_MISSING,
  /** Not well-formed XML, or with a DTD. Evidence: {@code file}. */
  XML_MALFORMED,
  /** XML larger or deeper than a limit allows. Evidence: {@code file}. */
  XML_TOO_LARGE,
  /** Not the elements that the standard says. Evidence: {@code file}, {@code at}. */
  OFD_MALFORMED,
  /** A path that leads out of the document. Evidence: {@code file}. */
  OFD_PATH
}
