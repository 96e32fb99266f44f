namespace StrokeFramework.Phantom;

/// <summary>The scanner's receiver: gain, noise, rounding to whole numbers within the bits stored, and its own ADC map.</summary>
internal sealed class Receiver
{
    // In noise deviations: background magnitude stays below this in all but a few voxels of ten million.
    private const double Floor = 5.5;

    private readonly AcquisitionSettings _acquisition;

    public Receiver(AcquisitionSettings acquisition, double gain, double noiseDeviation) =>
        (_acquisition, Gain, NoiseDeviation) = (acquisition, gain, noiseDeviation);

    /// <summary>Stored value per unit of signal.</summary>
    public double Gain { get; }

    /// <summary>Standard deviation of the noise per channel, in stored units.</summary>
    public double NoiseDeviation { get; }

    /// <summary>Turns signals into stored images, in place, and returns the ADC computed from them, in mm²/s.</summary>
    public float[] Scan(SignalPair signals, float[] gain, PhantomRandom random)
    {
        Digitize(signals.B0, gain, random.Fork(0));
        Digitize(signals.Dwi, gain, random.Fork(1));
        var adc = new float[signals.Dwi.Length];
        float floor = (float)(Floor * NoiseDeviation), b = (float)_acquisition.BValue;
        for (int v = 0; v < adc.Length; v++)
        {
            if (signals.B0[v] > floor) adc[v] = SignalModel.Adc(signals.B0[v], signals.Dwi[v], b);
        }

        return adc;
    }

    private void Digitize(float[] signal, float[] gain, PhantomRandom random)
    {
        float k = (float)Gain;
        for (int v = 0; v < signal.Length; v++) signal[v] *= k * gain[v];
        RicianNoise.Add(signal, (float)NoiseDeviation, random);
        for (int v = 0; v < signal.Length; v++) signal[v] = MathF.Min(MathF.Round(signal[v]), _acquisition.FullScale);
    }
}
