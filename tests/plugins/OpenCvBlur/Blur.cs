using System.Runtime.InteropServices;
using OpenCvSharp;

namespace Example;

/// <summary>Blurs each slice with OpenCV.</summary>
[Stage("opencv-blur", "1.0.0", Title = "Gaussian blur by OpenCV")]
public sealed class Blur : Preprocessor<NoSettings>
{
    /// <inheritdoc/>
    public override DiffusionStudy Process(DiffusionStudy study, StageContext context)
    {
        GridSize size = study.Geometry.Size;
        float[] blurred = study.Dwi.Span.ToArray();
        for (int k = 0; k < size.K; k++)
        {
            using Mat slice = Mat.FromPixelData(size.J, size.I, MatType.CV_32FC1, study.Dwi.Slice(k).ToArray());
            using var result = new Mat();
            Cv2.GaussianBlur(slice, result, new Size(5, 5), 1.0);
            Marshal.Copy(result.Data, blurred, k * size.SliceCount, size.SliceCount);
        }

        return study.WithDwi(new(study.Geometry, blurred), study.HasUnitIntensity);
    }
}
