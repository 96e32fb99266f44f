namespace StrokeFramework.UNet.Training;

/// <summary>A place between four voxels of a slice, with the weight of each.</summary>
internal readonly ref struct SamplePoint
{
    private readonly int _i, _j, _width, _height;
    private readonly float _fractionI, _fractionJ;

    public SamplePoint(double i, double j, GridSize size)
    {
        (_width, _height) = (size.I, size.J);
        double floorI = Math.Floor(i), floorJ = Math.Floor(j);
        (_i, _j, _fractionI, _fractionJ) = ((int)floorI, (int)floorJ, (float)(i - floorI), (float)(j - floorJ));
    }

    /// <summary>The value by linear interpolation.</summary>
    /// <param name="slice">The voxels, first index fastest.</param>
    /// <param name="outside">The value beyond the slice.</param>
    public float Read(ReadOnlySpan<Half> slice, float outside)
    {
        if (_fractionI == 0 && _fractionJ == 0) return At(slice, 0, 0, outside);
        float low = At(slice, 0, 0, outside) + (_fractionI * (At(slice, 1, 0, outside) - At(slice, 0, 0, outside)));
        float high = At(slice, 0, 1, outside) + (_fractionI * (At(slice, 1, 1, outside) - At(slice, 0, 1, outside)));
        return low + (_fractionJ * (high - low));
    }

    /// <summary>How much of the place is covered by a mask, from 0 to 1.</summary>
    public float Read(ReadOnlySpan<byte> mask)
    {
        float low = ((1 - _fractionI) * At(mask, 0, 0)) + (_fractionI * At(mask, 1, 0));
        float high = ((1 - _fractionI) * At(mask, 0, 1)) + (_fractionI * At(mask, 1, 1));
        return ((1 - _fractionJ) * low) + (_fractionJ * high);
    }

    private float At(ReadOnlySpan<Half> slice, int di, int dj, float outside)
    {
        int i = _i + di, j = _j + dj;
        return (uint)i < (uint)_width && (uint)j < (uint)_height ? (float)slice[(j * _width) + i] : outside;
    }

    private byte At(ReadOnlySpan<byte> mask, int di, int dj)
    {
        int i = _i + di, j = _j + dj;
        return (uint)i < (uint)_width && (uint)j < (uint)_height ? mask[(j * _width) + i] : (byte)0;
    }
}
