// The mark of web/kit/mark.svg as PNG (RFC 2083): launchers of phones take no SVG. Four points are looked at for each pixel.
import { deflateSync } from "node:zlib";

const GROUND = [0x0b, 0x75, 0x70];
const TICK = [[10, 16.5], [14, 20.5], [22, 11.5]];

function distance([px, py], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(px - ax - along * dx, py - ay - along * dy);
}

// From edge to edge, without the round corners: the launcher cuts its own form.
const isTick = (point) => Math.min(distance(point, TICK[0], TICK[1]), distance(point, TICK[1], TICK[2])) < 1.5;

function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }

  return ~sum >>> 0;
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

export function icon(size) {
  const rows = Buffer.alloc(size * (size * 3 + 1));
  const steps = [0.25, 0.75];
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const lit = steps.flatMap((dy) => steps.map((dx) => isTick([((x + dx) * 32) / size, ((y + dy) * 32) / size]))).filter(Boolean).length / 4;
      const at = y * (size * 3 + 1) + 1 + x * 3;
      GROUND.forEach((value, i) => (rows[at + i] = Math.round(value + (255 - value) * lit)));
    }

  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk("IHDR", head), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}
