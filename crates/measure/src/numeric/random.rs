//! A stream of pseudo-random numbers: SplitMix64 (Steele, Lea & Flood 2014). Same seed, same numbers, on every machine.

/// The increment of the generator: 2⁶⁴ over the golden ratio, made odd.
const STRIDE: u64 = 0x9E37_79B9_7F4A_7C15;

/// A place in the stream.
#[derive(Clone, Debug)]
pub struct Stream {
    state: u64,
}

impl Stream {
    /// The stream of a seed. The seed comes from the caller: this floor draws nothing by itself.
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(STRIDE);
        let z = self.state;
        let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Uniform on [0, 1), a multiple of 2⁻⁵³.
    pub fn uniform(&mut self) -> f64 {
        (self.bits() >> 11) as f64 * (1.0 / 9_007_199_254_740_992.0)
    }

    /// Standard normal, by the cosine branch of Box and Muller (1958): two uniforms each.
    pub fn normal(&mut self) -> f64 {
        let a = 1.0 - self.uniform();
        let b = self.uniform();
        (-2.0 * a.ln()).sqrt() * (2.0 * std::f64::consts::PI * b).cos()
    }

    /// Uniform on 0..n. `n` must be below 2³²; the bias is then less than 2⁻²¹.
    pub fn below(&mut self, n: usize) -> usize {
        ((self.uniform() * n as f64) as usize).min(n.saturating_sub(1))
    }

    /// Skips so many uniforms at once, without drawing them.
    pub fn skip(&mut self, uniforms: u64) {
        self.state = self.state.wrapping_add(STRIDE.wrapping_mul(uniforms));
    }
}

#[cfg(test)]
mod tests {
    use super::Stream;

    #[test]
    fn skipping_is_drawing() {
        let (mut drawn, mut skipped) = (Stream::new(7), Stream::new(7));
        for _ in 0..1000 {
            drawn.bits();
        }
        skipped.skip(1000);
        assert_eq!(drawn.bits(), skipped.bits());
    }

    #[test]
    fn published_start_of_the_stream() {
        // Reference implementation of Vigna (prng.di.unimi.it/splitmix64.c), seed 1234567.
        let mut stream = Stream::new(1_234_567);
        let want = [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423];
        assert_eq!(want.map(|_| stream.bits()), want);
    }
}
