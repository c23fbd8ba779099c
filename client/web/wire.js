// Reads the buffers that the core writes: shared/document/diff.h and client/mirror/placement_wire.h.

const utf8 = new TextDecoder();

export class Reader {
  constructor(bytes) {
    // What the core hands over lies in its memory, which moves when it grows: read a copy.
    this.bytes = Uint8Array.from(bytes);
    this.view = new DataView(this.bytes.buffer);
    this.at = 0;
  }

  get done() {
    return this.at >= this.bytes.length;
  }

  byte() {
    return this.bytes[this.at++];
  }

  number() {
    let number = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      number += (byte & 127) * scale;
      if (byte < 128) return number;
    }
  }

  string() {
    const length = this.number();
    this.at += length;
    return utf8.decode(this.bytes.subarray(this.at - length, this.at));
  }

  float() {
    this.at += 4;
    return this.view.getFloat32(this.at - 4, true);
  }

  rect() {
    return { x: this.float(), y: this.float(), width: this.float(), height: this.float() };
  }
}
