using System.Globalization;
using System.Text.RegularExpressions;
using StrokeFramework.Host.Reporting.Pictures;

namespace StrokeFramework.Host.Tests.Reporting.Pictures;

public sealed partial class MaskOutlineTests
{
    [Fact]
    public void Trace_OnePixel_IsItsSquare() => Assert.Equal("M1 2h1v1h-1v-1z", Trace("...", "...", ".#."));

    [Fact]
    public void Trace_Rectangle_HasFourSides() => Assert.Equal("M0 0h3v2h-3v-2z", Trace("###", "###"));

    [Fact]
    public void Trace_Hole_IsASecondLoopTheOtherWayRound() => Assert.Equal("M0 0h3v3h-3v-3zM1 1v1h1v-1h-1z", Trace("###", "#.#", "###"));

    [Fact]
    public void Trace_PixelsThatTouchAtACorner_StayApart() => Assert.Equal(2, Trace("#.", ".#").Count(c => c == 'z'));

    [Fact]
    public void Trace_Nothing_IsEmpty() => Assert.Equal("", Trace("..", ".."));

    [Fact]
    public void Trace_RandomMasks_LoopsCloseAndEncloseAsManyPixels()
    {
        var random = new Random(5);
        for (int n = 0; n < 100; n++)
        {
            var mask = new bool[9, 11];
            for (int y = 0; y < 9; y++)
            {
                for (int x = 0; x < 11; x++) mask[y, x] = random.Next(3) > 0;
            }

            string path = MaskOutline.Trace(11, 9, (x, y) => mask[y, x]).Text;
            Assert.Equal(mask.Cast<bool>().Count(m => m), Area(path));
        }
    }

    // The signed area inside the loops by the shoelace formula; holes count negative.
    private static int Area(string path)
    {
        int area = 0;
        foreach (string loop in path.Split('z', StringSplitOptions.RemoveEmptyEntries))
        {
            Match start = Start().Match(loop);
            int x = Number(start.Groups[1]), y = Number(start.Groups[2]), x0 = x, y0 = y;
            foreach (Match step in Step().Matches(loop))
            {
                int run = Number(step.Groups[2]);
                if (step.Groups[1].Value == "h")
                {
                    x += run;
                }
                else
                {
                    area += x * run;
                    y += run;
                }
            }

            Assert.Equal((x0, y0), (x, y));
        }

        return area;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static string Trace(params string[] rows) => MaskOutline.Trace(rows[0].Length, rows.Length, (x, y) => rows[y][x] == '#').Text;

    [GeneratedRegex(@"^M(\d+) (\d+)")]
    private static partial Regex Start();

    [GeneratedRegex(@"([hv])(-?\d+)")]
    private static partial Regex Step();
}
