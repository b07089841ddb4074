// Draws a ballot token that the portal cannot recognise when it is used (RFC 9474, RSABSSA-SHA384-PSS-Randomized).
// One file, nothing fetched from elsewhere; its SHA-256 stands on the page of keys. Attached by [data-ballot].
// The token lives in this page alone until its holder copies or saves it: no cookie, no storage of the browser.
// The secret exponent is never here, so plain BigInt arithmetic gives nothing of it away.

const HASH = { name: "SHA-384", bytes: 48 };
const SALT_BYTES = 48;
const NUMBER_BYTES = 32;
const EXPONENT = 65537n;
const NOTHING_BEFORE = "0".repeat(64);

// --- bytes and numbers ---

const random = (length) => crypto.getRandomValues(new Uint8Array(length));
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const text = (words) => new TextEncoder().encode(words);
const digest = async (name, bytes) => new Uint8Array(await crypto.subtle.digest(name, bytes));
const toNumber = (bytes) => BigInt("0x" + hex(bytes));
const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));
const toWord = (bytes) => toBase64(bytes).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

function join(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  return all;
}

function toBytes(number, length) {
  const digits = number.toString(16).padStart(2 * length, "0");
  return Uint8Array.from(digits.match(/../g), (pair) => parseInt(pair, 16));
}

function fromBase64(word) {
  return Uint8Array.from(atob(word.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
}

function power(base, exponent, modulus) {
  let result = 1n;
  for (; exponent; exponent >>= 1n, base = (base * base) % modulus) {
    if (exponent & 1n) result = (result * base) % modulus;
  }
  return result;
}

// The inverse, or null if there is none.
function inverse(number, modulus) {
  let [a, b, x, y] = [number, modulus, 1n, 0n];
  while (b) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return a === 1n ? ((x % modulus) + modulus) % modulus : null;
}

// --- RFC 9474 ---

export async function readKey(spki) {
  const scheme = { name: "RSA-PSS", hash: HASH.name };
  const verifier = await crypto.subtle.importKey("spki", spki, scheme, true, ["verify"]);
  const numbers = await crypto.subtle.exportKey("jwk", verifier);
  const n = fromBase64(numbers.n);
  if (toNumber(fromBase64(numbers.e)) !== EXPONENT) throw new Error("exponent");
  return { verifier, n: toNumber(n), length: n.length, bits: toNumber(n).toString(2).length };
}

async function mask(seed, length) {
  const rounds = Array.from({ length: Math.ceil(length / HASH.bytes) }, (_, n) => toBytes(BigInt(n), 4));
  return join(...(await Promise.all(rounds.map((n) => digest(HASH.name, join(seed, n)))))).slice(0, length);
}

// EMSA-PSS-ENCODE (RFC 8017, 9.1.1).
async function encode(message, bits, salt) {
  const length = Math.ceil(bits / 8);
  const h = await digest(HASH.name, join(new Uint8Array(8), await digest(HASH.name, message), salt));
  const block = join(new Uint8Array(length - salt.length - HASH.bytes - 2), Uint8Array.of(1), salt);
  const covered = (await mask(h, block.length)).map((byte, place) => byte ^ block[place]);
  covered[0] &= 0xff >> (8 * length - bits);
  return join(covered, h, Uint8Array.of(0xbc));
}

function factorFor(key) {
  for (;;) {
    const factor = toNumber(random(key.length));
    if (factor > 1n && factor < key.n && inverse(factor, key.n) !== null) return factor;
  }
}

// Salt and factor are drawn here; only the test vectors bring their own.
export async function blind(key, message, salt = random(SALT_BYTES), factor = factorFor(key)) {
  const m = toNumber(await encode(message, key.bits - 1, salt));
  if (inverse(m, key.n) === null) throw new Error("message");
  const hidden = (m * power(factor, EXPONENT, key.n)) % key.n;
  return { blinded: toBytes(hidden, key.length), inverse: inverse(factor, key.n) };
}

export async function finalize(key, message, signed, undo) {
  if (signed.length !== key.length) throw new Error("size");
  const signature = toBytes((toNumber(signed) * undo) % key.n, key.length);
  const scheme = { name: "RSA-PSS", saltLength: SALT_BYTES };
  if (!(await crypto.subtle.verify(scheme, key.verifier, signature, message))) throw new Error("signature");
  return signature;
}

// --- the public list of keys ---

// The one key the list names for this survey; an Error if the list is broken or the page shows another key.
export async function keyInList(entries, survey, fingerprint) {
  let before = NOTHING_BEFORE;
  const own = [];
  for (const [place, entry] of entries.entries()) {
    const parts = [entry.number, entry.survey, entry.fingerprint, entry.published_on, entry.previous_hash];
    const hash = hex(await digest("SHA-256", text(parts.map((part) => part + "\n").join(""))));
    const print = hex(await digest("SHA-256", fromBase64(entry.public_key)));
    const fits = entry.number === place + 1 && entry.previous_hash === before && entry.entry_hash === hash;
    if (!fits || entry.fingerprint !== print) throw new Error("chain");
    if (entry.survey === survey) own.push(entry);
    before = hash;
  }
  if (own.length !== 1 || own[0].fingerprint !== fingerprint) throw new Error("key");
  return readKey(fromBase64(own[0].public_key));
}

// --- the page ---

const apart = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" };

class Refused extends Error {}

async function signed(place, blinded) {
  const body = new URLSearchParams({ ticket: place.dataset.ticket, blinded: toBase64(blinded) });
  const reply = await fetch(place.dataset.draw, { ...apart, method: "POST", body });
  const said = await reply.json();
  if (reply.status === 403) throw new Refused(`${said.reason} ${said.next_step}`);
  return fromBase64(said.signature);
}

export function attach(place) {
  const part = (name) => place.querySelector(`[data-ballot-${name}]`);
  const button = place.querySelector("#ballot-draw");
  let begun = null;

  const tell = (words, tone) => {
    part("status").textContent = words;
    part("status").dataset.tone = tone;
  };
  const stay = (event) => event.preventDefault();

  async function begin() {
    const list = await (await fetch(place.dataset.keys, apart)).json();
    const key = await keyInList(list.keys, place.dataset.survey, place.dataset.fingerprint);
    const number = random(NUMBER_BYTES);
    const message = join(number, text(`survey:${place.dataset.survey}`));
    return { key, number, message, ...(await blind(key, message)) };
  }

  async function finish(drawing) {
    const signature = await finalize(drawing.key, drawing.message, await signed(place, drawing.blinded), drawing.inverse);
    const code = ["ballot1", place.dataset.survey, toWord(drawing.number), toWord(signature)].join(".");
    part("code").value = code;
    part("receipt").textContent = hex(await digest("SHA-256", join(drawing.message, signature)));
    part("save").href = URL.createObjectURL(new Blob([code + "\n"], { type: "text/plain" }));
    part("save").download = `${place.dataset.survey}-ballot.txt`;
  }

  // The same blinded number is sent again after a lost reply; another one would be refused.
  button.addEventListener("click", async () => {
    button.disabled = true;
    tell(place.dataset.working, "info");
    window.addEventListener("beforeunload", stay);
    try {
      begun = begun || (await begin());
      await finish(begun);
      document.querySelectorAll("[data-ballot-ticket]").forEach((other) => other.remove());
      part("offer").hidden = true;
      part("done").hidden = false;
      tell(place.dataset.done, "success");
      part("code").focus();
    } catch (error) {
      const wrongKey = error instanceof Error && ["chain", "key", "exponent"].includes(error.message);
      tell(error instanceof Refused ? error.message : wrongKey ? place.dataset.wrongKey : place.dataset.again, "danger");
      button.disabled = wrongKey;
    }
    if (!begun || part("offer").hidden) window.removeEventListener("beforeunload", stay);
  });
  place.hidden = false;
}

if (typeof document !== "undefined" && globalThis.crypto && crypto.subtle) {
  document.querySelectorAll("[data-ballot]").forEach(attach);
}
