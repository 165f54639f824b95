// SPDX-License-Identifier: Apache-2.0
package org.huxin.cli.doctor;

/** What an examination finds. Each has its words and its remedy in the program's texts. */
public enum Symptom {
  /** The profile is well formed. */
  PROFILE_READ(Weight.FINE),
  /** There is no such file. */
  PROFILE_MISSING(Weight.FAULT),
  /** The file cannot be read. */
  PROFILE_UNREADABLE(Weight.FAULT),
  /** The file is no profile. */
  PROFILE_FORM(Weight.FAULT),
  /** Others than its owner may read the private key in it. */
  PROFILE_OPEN_TO_OTHERS(Weight.WARNING),
  /** Key and certificate of the identity belong together. */
  IDENTITY_SOUND(Weight.FINE),
  /** The profile holds no private key: the application must bring a signer. */
  IDENTITY_WITHOUT_KEY(Weight.FAULT),
  /** The private key is not that of the certificate. */
  IDENTITY_OF_OTHER_KEY(Weight.FAULT),
  /** The certificate is of a suite that Fabric does not accept. */
  IDENTITY_SUITE(Weight.FAULT),
  /** A certificate is valid for a while. */
  CERTIFICATE_VALID(Weight.FINE),
  /** A certificate expires soon. */
  CERTIFICATE_EXPIRES_SOON(Weight.WARNING),
  /** A certificate has expired. */
  CERTIFICATE_EXPIRED(Weight.FAULT),
  /** A certificate is not valid yet: its time lies ahead, or this machine's clock is behind. */
  CERTIFICATE_NOT_YET_VALID(Weight.FAULT),
  /** The host has no address. */
  HOST_UNKNOWN(Weight.FAULT),
  /** Nobody listens there. */
  PORT_CLOSED(Weight.FAULT),
  /** Nobody answers there in time. */
  PORT_SILENT(Weight.FAULT),
  /** The peer speaks no TLS, and the profile wants it. */
  TLS_NOT_SPOKEN(Weight.FAULT),
  /** The peer speaks TLS, and the profile names no authorities for it. */
  TLS_NEEDED(Weight.FAULT),
  /** The peer's TLS certificate is of another authority than those of the profile. */
  TLS_OTHER_AUTHORITY(Weight.FAULT),
  /** The peer's TLS certificate has expired. */
  TLS_EXPIRED(Weight.FAULT),
  /** The peer's TLS certificate is for another name. */
  TLS_OTHER_NAME(Weight.FAULT),
  /** The connection stands. */
  CONNECTED(Weight.FINE),
  /** The peer takes the connection and does not answer. */
  PEER_NO_ANSWER(Weight.FAULT),
  /** The peer does not accept the identity. */
  IDENTITY_NOT_ACCEPTED(Weight.FAULT),
  /** The peer does not know the channel. */
  CHANNEL_UNKNOWN(Weight.FAULT),
  /** No peer runs the chaincode of that name. */
  CHAINCODE_MISSING(Weight.FAULT),
  /** The chaincode does not answer as the contract does. */
  CHAINCODE_FAILED(Weight.FAULT),
  /** The ledger was not founded yet. */
  LEDGER_NOT_FOUNDED(Weight.FAULT),
  /** The peer's ledger is another one than the profile's. */
  LEDGER_OTHER(Weight.FAULT),
  /** The peer serves the profile's ledger. */
  LEDGER_SAME(Weight.FINE),
  /** This machine's clock and the peer's differ too much. */
  CLOCK_DIFFERS(Weight.FAULT),
  /** The clocks differ by no more than the ledger allows. */
  CLOCK_GOOD(Weight.FINE),
  /** The contract lacks operations that this program has. */
  CONTRACT_OLDER(Weight.WARNING),
  /** The contract has operations that this program lacks. */
  CONTRACT_NEWER(Weight.WARNING),
  /** The contract has the operations of this program. */
  CONTRACT_SAME(Weight.FINE),
  /** No other peer can take over. */
  ONE_PEER(Weight.WARNING);

  /** How much it matters. */
  public enum Weight {
    /** In order. */
    FINE,
    /** It works, and should be looked after. */
    WARNING,
    /** It does not work. */
    FAULT
  }

  private final Weight weight;

  Symptom(Weight weight) {
    this.weight = weight;
  }

  /** How much it matters. */
  public Weight weight() {
    return weight;
  }
}
