// TEST ONLY. oidc-provider in the shape of the Digital Authentication App: its paths, scopes, pairwise subjects,
// ES256, PKCE and private_key_jwt. Instead of pages it takes the card that lies "on the reader" (PUT /reader).
import { createServer } from 'node:http';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { Provider } from 'oidc-provider';

const { client, port } = JSON.parse(process.argv[2]);
const issuer = `http://127.0.0.1:${port}`;
const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
let card = {};

const provider = new Provider(issuer, {
  clients: [{
    ...client,
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'private_key_jwt',
    id_token_signed_response_alg: 'ES256',
    subject_type: 'pairwise',
  }],
  jwks: { keys: [{ ...key, alg: 'ES256', use: 'sig', kid: 'test' }] },
  enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
  subjectTypes: ['pairwise'],
  pairwiseIdentifier: (ctx, accountId, { clientId }) =>
    createHash('sha256').update(`${clientId}:${accountId}`).digest('hex'),
  acrValues: ['aal3', 'crl', 'aal3 crl'],
  scopes: ['openid', 'name', 'address', 'birthdate', 'gender', 'sign'],
  claims: { openid: ['sub'], name: ['name'], address: ['address'], birthdate: ['birthdate'], gender: ['gender'] },
  findAccount: (ctx, accountId) => ({ accountId, claims: async () => ({ sub: accountId, ...card.attributes }) }),
  features: { devInteractions: { enabled: false } },
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  cookies: { keys: ['test only'] },
  routes: {
    authorization: '/protocol/openid-connect/auth',
    token: '/protocol/openid-connect/token',
    userinfo: '/protocol/openid-connect/userinfo',
    jwks: '/protocol/openid-connect/certs',
  },
});

async function interact(request, response) {
  const { prompt, session, params } = await provider.interactionDetails(request, response);
  if (card.declines) {
    return provider.interactionFinished(request, response, { error: 'access_denied' });
  }
  if (prompt.name === 'login') {
    return provider.interactionFinished(request, response, { login: { accountId: card.holder, acr: card.acr } });
  }
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } });
}

function layOnReader(request, response) {
  let text = '';
  request.on('data', (piece) => { text += piece; });
  request.on('end', () => { card = JSON.parse(text); response.end('ok'); });
}

createServer((request, response) => {
  if (request.url === '/reader') return layOnReader(request, response);
  if (request.url.startsWith('/interaction/')) {
    return interact(request, response).catch((fault) => { response.statusCode = 500; response.end(String(fault)); });
  }
  return provider.callback()(request, response);
}).listen(port, '127.0.0.1', () => console.log('listening'));
