// SPDX-License-Identifier: Apache-2.0
package org.huxin.sdk.profile;

import static org.huxin.core.codec.Field.optional;
import static org.huxin.core.codec.Field.required;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huxin.core.codec.Codec;
import org.huxin.core.codec.Codecs;
import org.huxin.core.codec.DecodeRefusedException;
import org.huxin.core.codec.Field;
import org.huxin.core.codec.ListCodec;
import org.huxin.core.codec.ObjectCodec;
import org.huxin.core.id.LedgerId;
import org.huxin.core.json.JsonLimits;
import org.huxin.core.json.JsonReader;
import org.huxin.core.json.JsonRefusedException;
import org.huxin.core.statement.Terms;
import org.huxin.crypto.bytes.Bytes;
import org.huxin.crypto.refusal.RefusedException;

/**
 * What an application must know to reach the ledger (proto/spec/connection-profile.md). Its text
 * form shows no private key.
 *
 * @param channel the Fabric channel
 * @param chaincode the name of the contract there
 * @param ledger the root of trust, which stands in every statement
 * @param peers whose gateways are called; the first that answers is used. Unmodifiable
 * @param identity who carries statements in
 * @param ownDeadlines how long each step may take; empty for {@link Deadlines#DEFAULT}
 * @param clientTls what is shown to peers that demand a client's certificate; empty for none
 */
public record Profile(
    String channel,
    String chaincode,
    LedgerId ledger,
    List<GatewayPeer> peers,
    FabricIdentity identity,
    Optional<Deadlines> ownDeadlines,
    Optional<ClientTls> clientTls) {
  /** More gateways than that help nobody to be found sooner. */
  public static final int MAX_PEERS = 16;

  /** Certificates of all peers at their greatest length, twice. */
  private static final JsonLimits LIMITS = new JsonLimits(512 * 1024, 4);

  private static final int MAX_NAME = 249;
  private static final Codec<String> CHANNEL = name("channel", "[a-z][a-z0-9.\\-]{0,248}");
  private static final Codec<String> CHAINCODE =
      name("chaincode", "[A-Za-z0-9]+(?:[\\-_][A-Za-z0-9]+)*");

  private static final Field<Profile, String> CHANNEL_FIELD =
      required("channel", CHANNEL, Profile::channel);
  private static final Field<Profile, String> CHAINCODE_FIELD =
      required("chaincode", CHAINCODE, Profile::chaincode);
  private static final Field<Profile, LedgerId> LEDGER =
      required("ledger", Terms.LEDGER_ID, Profile::ledger);
  private static final Field<Profile, List<GatewayPeer>> PEERS =
      required("peers", ListCodec.list(GatewayPeer.CODEC, 1, MAX_PEERS), Profile::peers);
  private static final Field<Profile, FabricIdentity> IDENTITY =
      required("identity", FabricIdentity.CODEC, Profile::identity);
  private static final Field<Profile, Optional<Deadlines>> DEADLINES =
      optional("deadlines", Deadlines.CODEC, Profile::ownDeadlines);
  private static final Field<Profile, Optional<ClientTls>> CLIENT_TLS =
      optional("clientTls", ClientTls.CODEC, Profile::clientTls);

  /** The JSON form. */
  public static final ObjectCodec<Profile> CODEC =
      ObjectCodec.of(
          members ->
              new Profile(
                  members.get(CHANNEL_FIELD),
                  members.get(CHAINCODE_FIELD),
                  members.get(LEDGER),
                  members.get(PEERS),
                  members.get(IDENTITY),
                  members.get(DEADLINES),
                  members.get(CLIENT_TLS)),
          CHANNEL_FIELD,
          CHAINCODE_FIELD,
          LEDGER,
          PEERS,
          IDENTITY,
          DEADLINES,
          CLIENT_TLS);

  /**
   * A profile.
   *
   * @throws IllegalArgumentException if there is no peer or there are too many
   */
  public Profile {
    peers = List.copyOf(peers);
    if (peers.isEmpty() || peers.size() > MAX_PEERS) {
      throw new IllegalArgumentException("1 to " + MAX_PEERS + " peers");
    }
  }

  /** A profile for peers that demand no certificate of their clients. */
  public Profile(
      String channel,
      String chaincode,
      LedgerId ledger,
      List<GatewayPeer> peers,
      FabricIdentity identity,
      Optional<Deadlines> ownDeadlines) {
    this(channel, chaincode, ledger, peers, identity, ownDeadlines, Optional.empty());
  }

  /**
   * Begins a profile.
   *
   * @param ledger the root of trust
   * @param identity who carries statements in
   */
  public static Builder builder(LedgerId ledger, FabricIdentity identity) {
    return new Builder(ledger, identity);
  }

  /**
   * Reads a profile's file.
   *
   * @throws IOException if the file cannot be read
   * @throws ProfileRefusedException if it holds something else
   */
  public static Profile read(Path file) throws IOException {
    return parse(Bytes.of(Files.readAllBytes(file)));
  }

  /**
   * Reads a profile. Its members may stand in any order, with space between them: people write it.
   *
   * @throws ProfileRefusedException {@link ProfileRefusal#PROFILE_FORM} if the bytes are something
   *     else
   */
  public static Profile parse(Bytes json) {
    try {
      return CODEC.decode(JsonReader.read(json, LIMITS));
    } catch (JsonRefusedException | DecodeRefusedException e) {
      throw formRefused(e);
    }
  }

  private static ProfileRefusedException formRefused(RefusedException refused) {
    Map<String, String> evidence = new TreeMap<>(refused.evidence());
    evidence.put("refusal", refused.code().name());
    return new ProfileRefusedException(ProfileRefusal.PROFILE_FORM, evidence);
  }

  /**
   * Every certificate of the profile, the one that expires first at the top.
   *
   * @param now the time from which days are counted
   */
  public List<DaysLeft> daysLeft(Instant now) {
    List<DaysLeft> all = new ArrayList<>();
    identity
        .certificate()
        .certificates()
        .forEach(each -> all.add(DaysLeft.of("identity", each, now)));
    clientTls.ifPresent(
        own ->
            own.certificate()
                .certificates()
                .forEach(each -> all.add(DaysLeft.of("clientTls", each, now))));
    for (GatewayPeer peer : peers) {
      peer.tlsAuthorities()
          .ifPresent(
              authorities ->
                  authorities
                      .certificates()
                      .forEach(each -> all.add(DaysLeft.of(peer.endpoint().text(), each, now))));
    }
    all.sort(Comparator.comparingLong(DaysLeft::days).thenComparing(DaysLeft::place));
    return List.copyOf(all);
  }

  /** How long each step may take. */
  public Deadlines deadlines() {
    return ownDeadlines.orElse(Deadlines.DEFAULT);
  }

  private static Codec<String> name(String grammar, String form) {
    return Codecs.text(
        grammar,
        MAX_NAME,
        text -> {
          if (!text.matches(form)) {
            throw new IllegalArgumentException("no name of a " + grammar);
          }
          return text;
        },
        text -> text);
  }

  /** Collects what a profile needs. Mutable and for one thread. */
  public static final class Builder {
    private final LedgerId ledger;
    private final FabricIdentity identity;
    private final List<GatewayPeer> peers = new ArrayList<>();
    private String channel = "licence";
    private String chaincode = "huxin";
    private Optional<Deadlines> deadlines = Optional.empty();
    private Optional<ClientTls> clientTls = Optional.empty();

    private Builder(LedgerId ledger, FabricIdentity identity) {
      this.ledger = ledger;
      this.identity = identity;
    }

    /** Another channel than {@code licence}. */
    public Builder channel(String name) {
      this.channel = name;
      return this;
    }

    /** Another chaincode than {@code huxin}. */
    public Builder chaincode(String name) {
      this.chaincode = name;
      return this;
    }

    /** One more peer: the first that answers is used. */
    public Builder peer(GatewayPeer peer) {
      peers.add(peer);
      return this;
    }

    /** Other deadlines than {@link Deadlines#DEFAULT}. */
    public Builder deadlines(Deadlines others) {
      this.deadlines = Optional.of(others);
      return this;
    }

    /** What is shown to peers that demand a client's certificate. */
    public Builder clientTls(ClientTls own) {
      this.clientTls = Optional.of(own);
      return this;
    }

    /**
     * The profile.
     *
     * @throws ProfileRefusedException {@link ProfileRefusal#PROFILE_FORM} if a name has another
     *     form than its file allows
     * @throws IllegalArgumentException if there is no peer or there are too many
     */
    public Profile build() {
      Profile built =
          new Profile(channel, chaincode, ledger, peers, identity, deadlines, clientTls);
      return parse(CODEC.toBytes(built));
    }
  }
}
