using System.Numerics;

namespace StrokeFramework.Phantom;

/// <summary>
/// A labyrinth that stands for the folding of the cortex: the distance to the zero set of a random wave field with one
/// dominant wavelength. Sulci run along the zero set, gyri lie between.
/// </summary>
internal sealed class FoldField
{
    private const float Cell = 3;
    private const int Waves = 36;
    private static readonly Vector3 Low = new(-84, -120, -60);
    private static readonly (int I, int J, int K) Size = (57, 72, 50);

    private readonly float[] _distance = new float[Size.I * Size.J * Size.K];

    /// <summary>Draws a field.</summary>
    /// <param name="random">The stream to draw from.</param>
    /// <param name="wavelength">Dominant wavelength, in mm: two sulci and two gyri.</param>
    public FoldField(PhantomRandom random, double wavelength)
    {
        var value = new float[_distance.Length];
        for (int wave = 0; wave < Waves; wave++)
        {
            var direction = Vector3.Normalize(new((float)random.Normal(), (float)random.Normal(), (float)random.Normal()));
            double k = 2 * Math.PI / (wavelength * random.Uniform(0.8, 1.25));
            AddWave(value, (float)k * direction, (float)random.Uniform(0, 2 * Math.PI));
        }

        ToDistance(value);
    }

    /// <summary>Distance to the nearest sulcal wall at a point, in mm, at least 0; beyond about 10 mm it only says "far".</summary>
    public float At(Vector3 point)
    {
        Vector3 index = Vector3.Clamp((point - Low) / Cell, Vector3.Zero, new(Size.I - 1.001f, Size.J - 1.001f, Size.K - 1.001f));
        int i = (int)index.X, j = (int)index.Y, k = (int)index.Z;
        float x = index.X - i, y = index.Y - j, z = index.Z - k;
        int p = i + (Size.I * (j + (Size.J * k)));
        float near = Blend(p, x, y), far = Blend(p + (Size.I * Size.J), x, y);
        return MathF.Abs(near + ((far - near) * z));
    }

    private float Blend(int p, float x, float y)
    {
        float a = _distance[p], b = _distance[p + Size.I];
        a += (_distance[p + 1] - a) * x;
        b += (_distance[p + Size.I + 1] - b) * x;
        return a + ((b - a) * y);
    }

    // Turning a phasor along each row costs four multiplications a point where a sine would cost twenty.
    private static void AddWave(float[] value, Vector3 k, float phase)
    {
        (float stepSin, float stepCos) = MathF.SinCos(k.X * Cell);
        for (int row = 0; row < Size.J * Size.K; row++)
        {
            float start = phase + Vector3.Dot(k, Low + (Cell * new Vector3(0, row % Size.J, row / Size.J)));
            (float sin, float cos) = MathF.SinCos(start);
            Span<float> line = value.AsSpan(row * Size.I, Size.I);
            for (int i = 0; i < line.Length; i++)
            {
                line[i] += sin;
                (sin, cos) = ((sin * stepCos) + (cos * stepSin), (cos * stepCos) - (sin * stepSin));
            }
        }
    }

    private void ToDistance(float[] value)
    {
        int stepJ = Size.I, stepK = Size.I * Size.J;
        for (int k = 0; k < Size.K; k++)
        {
            int downK = k > 0 ? stepK : 0, upK = k < Size.K - 1 ? stepK : 0;
            for (int j = 0; j < Size.J; j++)
            {
                int downJ = j > 0 ? stepJ : 0, upJ = j < Size.J - 1 ? stepJ : 0;
                for (int i = 0; i < Size.I; i++)
                {
                    int p = i + (stepJ * j) + (stepK * k);
                    int downI = i > 0 ? 1 : 0, upI = i < Size.I - 1 ? 1 : 0;
                    var slope = new Vector3(
                        (value[p + upI] - value[p - downI]) / (upI + downI),
                        (value[p + upJ] - value[p - downJ]) * stepJ / (upJ + downJ),
                        (value[p + upK] - value[p - downK]) * stepK / (upK + downK));
                    float distance = value[p] * Cell / MathF.Max(slope.Length(), 0.3f);
                    _distance[p] = Math.Clamp(distance, -12, 12);
                }
            }
        }
    }
}
