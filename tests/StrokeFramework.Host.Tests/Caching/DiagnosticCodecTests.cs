using StrokeFramework.Host.Caching;
using StrokeFramework.Host.Execution;

namespace StrokeFramework.Host.Tests.Caching;

public sealed class DiagnosticCodecTests
{
    private static readonly Volume<float> Map = new(VolumeGeometry.FromSpacing(new(2, 1, 1), new(1, 1, 1)), new float[] { 1, 2 });

    [Fact]
    public void Read_OfEveryKind_GivesTheSameContent()
    {
        Diagnostic[] all =
        [
            new ScalarDiagnostic("scalar", "A scalar", double.NaN, "mm"),
            new CurveDiagnostic("curve", "A curve", "x", "y", [new("a", [1, 2], [3, double.PositiveInfinity]), new("b", [], [])], new Dictionary<string, double> { ["z"] = 1, ["a"] = 2 }),
            new CurveDiagnostic("bare", "", "x", "y", []),
            new MatrixDiagnostic("matrix", "A matrix", 1, 2, new double[] { 0.1, 0.2 }),
            new MapDiagnostic("map", "A map", Map, "s"),
            new TableDiagnostic("table", "A table", ["h1", "h2"], [["1", "2"], []]),
        ];

        foreach (Diagnostic diagnostic in all) Assert.Equal(Bytes(diagnostic), Bytes(Copy(diagnostic, _ => Map)!));
        var curve = (CurveDiagnostic)Copy(all[1], _ => null)!;
        Assert.Equal(["z", "a"], curve.Marks!.Keys);
        Assert.Equal([3, double.PositiveInfinity], curve.Series[0].Y);
        Assert.Null(((CurveDiagnostic)Copy(all[2], _ => null)!).Marks);
        Assert.Equal(["1", "2"], ((TableDiagnostic)Copy(all[5], _ => null)!).Rows[0]);
        Assert.Equal(0.2, ((MatrixDiagnostic)Copy(all[3], _ => null)!).Values.Span[1]);
        Assert.Equal("s", ((MapDiagnostic)Copy(all[4], _ => Map)!).Unit);
        Assert.Null(Copy(all[4], _ => null));
    }

    private static byte[] Bytes(Diagnostic diagnostic)
    {
        using var buffer = new MemoryStream();
        DiagnosticCodec.Write(new BinaryWriter(buffer), diagnostic, ContentHash.OfVolume);
        return buffer.ToArray();
    }

    private static Diagnostic? Copy(Diagnostic diagnostic, Func<string, Volume<float>?> volumeOf) => DiagnosticCodec.Read(new BinaryReader(new MemoryStream(Bytes(diagnostic))), volumeOf);
}
