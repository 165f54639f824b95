// SPDX-License-Identifier: Apache-2.0
// The golden table through Fabric's Node client. What it must know of the network stands in the environment:
//   HUXIN_CONNECTION   the connection folder, as an embedded network writes it
//   HUXIN_MSP          the organisation to connect to
//   HUXIN_DIFFERENCES  where the network may differ from Fabric, separated by commas
import assert from 'node:assert/strict';
import { createPrivateKey, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import * as grpc from '@grpc/grpc-js';
import {
  checkpointers,
  CommitError,
  connect,
  EndorseError,
  GatewayError,
  hash,
  signers,
  StatusCode,
} from '@hyperledger/fabric-gateway';

const folder = process.env.HUXIN_CONNECTION;
const mspId = process.env.HUXIN_MSP;
const differences = new Set((process.env.HUXIN_DIFFERENCES ?? '').split(','));

const CHAINCODE = 'licence';
const NOT_ENDORSED = 'failed to endorse transaction, see attached details for more info';
const QUORUM =
  'insufficient number of orderers could successfully process transaction to satisfy quorum requirement';
const PATIENCE_MS = 3000;

const utf8 = new TextDecoder();
const fresh = () => `node-${randomUUID()}`;

let client;
let gateway;
let offline;
let channel;
let network;
let contract;
let sign;

before(async () => {
  const profile = JSON.parse(await readFile(path.join(folder, `connection-${mspId}.json`), 'utf8'));
  const [name] = profile.organizations[mspId].peers;
  const peer = profile.peers[name];
  const url = new URL(peer.url);
  const credentials =
    url.protocol === 'grpcs:'
      ? grpc.credentials.createSsl(await readFile(path.join(folder, peer.tlsCACerts.path)))
      : grpc.credentials.createInsecure();
  client = new grpc.Client(url.host, credentials, {
    'grpc.ssl_target_name_override': peer.grpcOptions['ssl-target-name-override'],
  });
  const domain = path.dirname(path.dirname(peer.tlsCACerts.path));
  const msp = path.join(folder, domain, 'users', `User1@${domain}`, 'msp');
  const identity = {
    mspId,
    credentials: await readFile(path.join(msp, 'signcerts', 'cert.pem')),
  };
  sign = signers.newPrivateKeySigner(
    createPrivateKey(await readFile(path.join(msp, 'keystore', 'priv_sk'))),
  );
  gateway = connect({ client, identity, signer: sign, hash: hash.sha256 });
  offline = connect({ client, identity, hash: hash.sha256 });
  [channel] = Object.keys(profile.channels);
  network = gateway.getNetwork(channel);
  contract = network.getContract(CHAINCODE);
});

after(() => {
  gateway?.close();
  offline?.close();
  client?.close();
});

async function failure(type, call) {
  try {
    await call();
  } catch (error) {
    assert.ok(error instanceof type, `${error.constructor.name}: ${error.message}`);
    return error;
  }
  return assert.fail(`no ${type.name}`);
}

// The Node client puts the code before what the server said.
function assertFails(error, code, message, ...details) {
  assert.equal(error.code, code);
  assert.ok(error.message.endsWith(message), error.message);
  assert.deepEqual(
    error.details.map((detail) => detail.message),
    details,
  );
}

// A real network's peers may be a block behind each other: where endorsements differ, ask again.
async function endorsed(name, ...args) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await contract.newProposal(name, { arguments: args }).endorse();
    } catch (error) {
      const differ = error.details?.some(
        (detail) => detail.message === 'ProposalResponsePayloads do not match',
      );
      if (!differ || attempt === 200) {
        throw error;
      }
    }
  }
}

async function submit(name, ...args) {
  const submitted = await (await endorsed(name, ...args)).submit();
  const status = await submitted.getStatus();
  assert.ok(status.successful, StatusCode[status.code]);
  return { blockNumber: status.blockNumber, transactionId: submitted.getTransactionId() };
}

test('evaluates what was submitted', async () => {
  const key = fresh();
  await submit('put', key, '1');
  assert.equal(utf8.decode(await contract.evaluateTransaction('get', key)), '1');
});

test('takes what was signed elsewhere', async () => {
  const key = fresh();
  const unsigned = offline
    .getNetwork(channel)
    .getContract(CHAINCODE)
    .newProposal('put', { arguments: [key, '1'] });
  const proposal = offline.newSignedProposal(unsigned.getBytes(), await sign(unsigned.getDigest()));
  const prepared = await proposal.endorse();
  const transaction = offline.newSignedTransaction(
    prepared.getBytes(),
    await sign(prepared.getDigest()),
  );
  const submitted = await transaction.submit();
  const commit = offline.newSignedCommit(
    submitted.getBytes(),
    await sign(submitted.getDigest()),
  );
  const status = await commit.getStatus();
  assert.equal(status.code, StatusCode.VALID);
  assert.equal(status.transactionId, unsigned.getTransactionId());
  assert.ok(status.blockNumber > 0n);
});

test('tells of a stale read', async () => {
  const key = fresh();
  const first = await endorsed('rmw', key, '1');
  const second = await endorsed('rmw', key, '2');
  assert.ok((await (await first.submit()).getStatus()).successful);
  const status = await (await second.submit()).getStatus();
  assert.equal(status.code, StatusCode.MVCC_READ_CONFLICT);
});

test('tells of too few endorsements', async () => {
  const error = await failure(CommitError, () =>
    contract.submit('put', { arguments: [fresh(), '1'], endorsingOrganizations: [mspId] }),
  );
  assert.equal(error.code, StatusCode.ENDORSEMENT_POLICY_FAILURE);
});

test('goes on with chaincode events after a checkpoint', async () => {
  const name = fresh();
  const first = await submit('event', fresh(), '1', name);
  await submit('event', fresh(), '2', name);
  const checkpointer = checkpointers.inMemory();
  await checkpointer.checkpointTransaction(first.blockNumber, first.transactionId);
  const events = await network.getChaincodeEvents(CHAINCODE, { checkpoint: checkpointer });
  try {
    for await (const event of events) {
      assert.equal(event.eventName, name);
      assert.equal(utf8.decode(event.payload), 'payload-2');
      break;
    }
  } finally {
    events.close();
  }
});

test('chaincode events after a transaction without event', async () => {
  const name = fresh();
  const silent = await submit('put', fresh(), '1');
  await submit('event', fresh(), '1', name);
  const checkpointer = checkpointers.inMemory();
  await checkpointer.checkpointTransaction(silent.blockNumber, silent.transactionId);
  const events = await network.getChaincodeEvents(
    CHAINCODE,
    { checkpoint: checkpointer },
    { deadline: Date.now() + PATIENCE_MS },
  );
  const next = async () => {
    for await (const event of events) {
      return event.eventName;
    }
    return undefined;
  };
  try {
    if (differences.has('EVENTS_GO_ON_AFTER_A_TRANSACTION_WITHOUT_EVENT')) {
      assert.equal(await next(), name);
    } else {
      assert.equal((await failure(GatewayError, next)).code, grpc.status.DEADLINE_EXCEEDED);
    }
  } finally {
    events.close();
  }
});

test('delivers blocks', async () => {
  const { blockNumber } = await submit('put', fresh(), '1');
  const blocks = await network.getBlockEvents({ startBlock: blockNumber - 1n });
  const numbers = [];
  try {
    for await (const block of blocks) {
      numbers.push(BigInt(block.getHeader().getNumber()));
      if (numbers.length === 2) {
        break;
      }
    }
  } finally {
    blocks.close();
  }
  assert.deepEqual(numbers, [blockNumber - 1n, blockNumber]);
});

test('delivers filtered blocks', async () => {
  const name = fresh();
  const { blockNumber, transactionId } = await submit('event', fresh(), '1', name);
  const blocks = await network.getFilteredBlockEvents({ startBlock: blockNumber });
  try {
    for await (const block of blocks) {
      const transaction = block
        .getFilteredTransactionsList()
        .find((each) => each.getTxid() === transactionId);
      assert.equal(transaction.getTxValidationCode(), StatusCode.VALID);
      break;
    }
  } finally {
    blocks.close();
  }
});

test('chaincode error on endorse', async () => {
  const error = await failure(EndorseError, () => contract.submitTransaction('fail'));
  assertFails(
    error,
    grpc.status.ABORTED,
    NOT_ENDORSED,
    'chaincode response 500, LIC-0409|{"m":"refused on purpose"}',
  );
  assert.equal(error.details[0].mspId, mspId);
});

test('chaincode error on evaluate', async () => {
  const said = 'chaincode response 500, LIC-0409|{"m":"refused on purpose"}';
  assertFails(
    await failure(GatewayError, () => contract.evaluateTransaction('fail')),
    grpc.status.UNKNOWN,
    `evaluate call to endorser returned error: ${said}`,
    said,
  );
});

test('different results', async () => {
  const said = 'ProposalResponsePayloads do not match';
  assertFails(
    await failure(EndorseError, () => contract.submitTransaction('random', fresh())),
    grpc.status.ABORTED,
    'failed to collect enough transaction endorsements, see attached details for more info',
    said,
    said,
  );
});

test('unknown chaincode', async () => {
  const unknown = network.getContract('nosuchcc');
  assertFails(
    await failure(GatewayError, () => unknown.evaluateTransaction('get', 'a')),
    grpc.status.FAILED_PRECONDITION,
    `no peers available to evaluate chaincode nosuchcc in channel ${channel}`,
  );
  assertFails(
    await failure(EndorseError, () => unknown.submitTransaction('put', 'a', '1')),
    grpc.status.FAILED_PRECONDITION,
    `No metadata was found for chaincode nosuchcc in channel ${channel}`,
  );
});

test('unknown channel', async () => {
  const unknown = gateway.getNetwork('nosuchchannel').getContract(CHAINCODE);
  assertFails(
    await failure(GatewayError, () => unknown.evaluateTransaction('get', 'a')),
    grpc.status.UNAVAILABLE,
    'could not get last config for channel nosuchchannel',
  );
});

test('unknown endorsing organisation', async () => {
  assertFails(
    await failure(EndorseError, () =>
      contract.submit('put', { arguments: ['a', '1'], endorsingOrganizations: ['NowhereMSP'] }),
    ),
    grpc.status.UNAVAILABLE,
    'failed to find any endorsing peers for org(s): NowhereMSP',
  );
});

test('proposal that another key signed', async () => {
  const unsigned = contract.newProposal('noop');
  const wrong = await sign(hash.sha256(Buffer.from('something else')));
  const said = `error validating proposal: access denied: channel [${channel}] creator org [${mspId}]`;
  assertFails(
    await failure(EndorseError, () =>
      offline.newSignedProposal(unsigned.getBytes(), wrong).endorse(),
    ),
    grpc.status.ABORTED,
    NOT_ENDORSED,
    said,
  );
});

test('envelope that another key signed', async () => {
  const prepared = await endorsed('put', fresh(), '1');
  const wrong = await sign(hash.sha256(Buffer.from('something else')));
  const said =
    "received unsuccessful response from orderer: status=FORBIDDEN, info=implicit policy evaluation failed - 0 sub-policies were satisfied, but this policy requires 1 of the 'Writers' sub-policies to be satisfied: permission denied";
  assertFails(
    await failure(GatewayError, () =>
      offline.newSignedTransaction(prepared.getBytes(), wrong).submit(),
    ),
    grpc.status.UNAVAILABLE,
    QUORUM,
    said,
    said,
  );
});

test('committed envelope again', async () => {
  const transaction = await endorsed('put', fresh(), '1');
  assert.ok((await (await transaction.submit()).getStatus()).successful);
  const said =
    'received unsuccessful response from orderer: status=SERVICE_UNAVAILABLE, info=failed to submit request: request already processed';
  assertFails(
    await failure(GatewayError, () => transaction.submit()),
    grpc.status.UNAVAILABLE,
    QUORUM,
    said,
    said,
  );
});

test('committed proposal again', async () => {
  const proposal = contract.newProposal('put', { arguments: [fresh(), '1'] });
  const submitted = await (await proposal.endorse()).submit();
  assert.ok((await submitted.getStatus()).successful);
  const error = await failure(EndorseError, () => proposal.endorse());
  assert.equal(error.code, grpc.status.ABORTED);
  assert.ok(
    error.details[0].message.startsWith(
      `duplicate transaction found [${proposal.getTransactionId()}]`,
    ),
    error.details[0].message,
  );
});

test('deadline during endorsement', async () => {
  const error = await failure(EndorseError, () =>
    contract
      .newProposal('slow', { arguments: ['2000'] })
      .endorse({ deadline: Date.now() + 200 }),
  );
  assert.equal(error.code, grpc.status.DEADLINE_EXCEEDED);
});
