using StrokeFramework.DetectorBenchmark;
using StrokeFramework.RCnn;

// Times the detector: detector-benchmark [MODE...]; or overfit [MODE]: how long it takes to learn ten slices by heart.
const int Repeats = 15;
bool overfit = args is ["overfit", ..];
List<DetectorMode> modes = [];
foreach (string name in overfit ? args[1..] : args)
{
    if (!Enum.TryParse(name, ignoreCase: true, out DetectorMode mode))
    {
        Console.Error.WriteLine($"There is no mode '{name}'. Write modern or thesis.");
        return 2;
    }

    modes.Add(mode);
}

if (overfit) return Overfit.Run(modes is [var chosen, ..] ? chosen : DetectorMode.Modern, Environment.ProcessorCount);
Console.WriteLine($"256x256 pixels, two channels; {Repeats} calls after 3 to warm up; time in ms");
Console.WriteLine("mode | threads | what | wall, best | wall, median | CPU, best | CPU, median");
foreach (DetectorMode mode in modes.Count > 0 ? [.. modes] : Enum.GetValues<DetectorMode>())
{
    using var parts = new DetectorParts(mode);
    foreach (int threads in (int[])[1, 2]) parts.Measure(threads, Repeats);
}

return 0;
