/** Three soft tones, made on the spot: there is no file to load. Where the machine has no sound, nothing happens. */
export function chime(): void {
  try {
    const context = new AudioContext();
    for (const [index, pitch] of [659, 784, 988].entries()) {
      const at = context.currentTime + index * 0.28;
      const tone = context.createOscillator();
      const volume = context.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0, at);
      volume.gain.linearRampToValueAtTime(0.25, at + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.001, at + 0.7);
      tone.connect(volume).connect(context.destination);
      tone.start(at);
      tone.stop(at + 0.75);
    }
    setTimeout(() => void context.close(), 3_000);
  } catch {
    // The clock is seen, too.
  }
}
