using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using StrokeFramework;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;
using StrokeFramework.SegmenterBenchmark;

// Times segmenters on a phantom of 256x256x24 voxels: segmenter-benchmark [STAGE [SETTINGS AS JSON]...]; all without arguments.
const int WarmUps = 5, Repeats = 20;
PluginCatalog catalog = StrokeLocations.OfThisProgram().Scan([]);
string[] stages = args.Length > 0 ? [args[0]] : [.. catalog.StageIds.Where(id => catalog.FindStage(id)[0].Stage.Kind == StageKind.Segmenter)];
if (stages.Length == 0 || stages.Any(id => catalog.FindStage(id) is not [{ Stage.Kind: StageKind.Segmenter }, ..]))
{
    Console.Error.WriteLine(args.Length > 0 ? $"No plugin offers a segmenter '{args[0]}'. Build the plugins first." : "No plugin offers a segmenter. Build the plugins first.");
    return 2;
}

var host = new PluginHost(catalog);
var context = new StageContext { MaxDegreeOfParallelism = Environment.ProcessorCount };
DiffusionStudy study = BenchmarkStudy.Make(catalog, host, context);
Console.WriteLine($"{study.Geometry.Size} voxels, {context.MaxDegreeOfParallelism} threads, {Repeats} calls after {WarmUps} to warm up");
Console.WriteLine("stage | settings | best, ms | median, ms | CPU per call, ms | allocated per call, MB | found, ml");
foreach (string id in stages)
{
    foreach (string settings in args.Length > 1 ? args[1..] : ["{}"]) Measure(id, settings);
}

return 0;

void Measure(string id, string settings)
{
    var segmenter = (ISegmenter)host.Create(catalog.FindStage(id)[0]);
    segmenter.Configure(JsonSerializer.Deserialize(settings, segmenter.SettingsType, ParameterJson.Options)!);
    int found = 0;
    for (int n = 0; n < WarmUps; n++) found = segmenter.Segment(study, context).Mask.Span.Count((byte)1);
    var times = new double[Repeats];
    long allocated = GC.GetTotalAllocatedBytes(precise: true);
    TimeSpan before = Environment.CpuUsage.TotalTime;
    for (int n = 0; n < Repeats; n++)
    {
        long start = Stopwatch.GetTimestamp();
        segmenter.Segment(study, context);
        times[n] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    double cpu = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Repeats;
    double megabytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / 1e6 / Repeats;
    Array.Sort(times);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{id} | {settings} | {times[0]:0.0} | {0.5 * (times[(Repeats / 2) - 1] + times[Repeats / 2]):0.0} | {cpu:0.0} | {megabytes:0.0} | {found * study.Geometry.VoxelVolume / 1000:0.0}"));
}
