namespace StrokeFramework.Phantom;

/// <summary>
/// One tissue's signal on both images, ready for the inner loop: constants, and how strongly smooth variations of T2 and ADC
/// act on them (to first order in the exponent).
/// </summary>
internal readonly struct TissueSignal
{
    private readonly float _b0, _dwi, _t2Response, _adcResponse;

    public TissueSignal(TissueProperties tissue, AcquisitionSettings acquisition, double texture)
    {
        _b0 = (float)SignalModel.Signal(tissue, acquisition.EchoTime, 0);
        _dwi = (float)SignalModel.Signal(tissue, acquisition.EchoTime, acquisition.BValue);
        _t2Response = (float)(texture * acquisition.EchoTime / tissue.T2);
        _adcResponse = (float)(texture * acquisition.BValue * tissue.Adc);
    }

    /// <summary>The two signals where T2 and ADC deviate by so many standard deviations of the texture.</summary>
    public (float B0, float Dwi) At(float t2Deviation, float adcDeviation)
    {
        if (_t2Response == 0 && _adcResponse == 0) return (_b0, _dwi);
        float t2 = MathF.Exp(_t2Response * t2Deviation);
        return (_b0 * t2, _dwi * t2 * MathF.Exp(-_adcResponse * adcDeviation));
    }
}
