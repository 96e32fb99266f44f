using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using StrokeFramework;
using StrokeFramework.ClassifierBenchmark;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Manifest;

// Times fits on 2,000 rows of 6 features and 20,000 predictions: classifier-benchmark STAGE [SETTINGS AS JSON]...
const int Repeats = 7;
if (args.Length == 0)
{
    Console.Error.WriteLine("Name a classifier, such as svm, and any number of settings as JSON.");
    return 2;
}

PluginCatalog catalog = StrokeLocations.OfThisProgram().Scan([]);
if (catalog.FindStage(args[0]) is not [var entry, ..])
{
    Console.Error.WriteLine($"No plugin offers the stage '{args[0]}'. Build the plugins first.");
    return 2;
}

var host = new PluginHost(catalog);
Console.WriteLine("settings | spread | fit 2,000 rows, ms (best, median, CPU) | predict 20,000 rows, ms (best, median, CPU) | accuracy on new rows");
foreach (string settings in args.Length > 1 ? args[1..] : ["{}"])
{
    foreach (double spread in new[] { 0.3, 0.6 }) Measure(settings, spread);
}

return 0;

void Measure(string settings, double spread)
{
    var classifier = (IClassifier)host.Create(entry);
    classifier.Configure(JsonSerializer.Deserialize(settings, classifier.SettingsType, ParameterJson.Options)!);
    LabelledFeatures training = BenchmarkTable.Make(2000, 6, spread, 1), test = BenchmarkTable.Make(20_000, 6, spread, 2);
    var context = new StageContext { MaxDegreeOfParallelism = Environment.ProcessorCount };
    IClassifierModel model = classifier.Train(training, context);
    ClassProbabilities predicted = model.Predict(test.Features);
    double accuracy = Enumerable.Range(0, test.Labels.Count).Count(n => predicted.Best(n) == test.Labels[n]) / (double)test.Labels.Count;
    string fit = Time(() => classifier.Train(training, context)), predict = Time(() => model.Predict(test.Features));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{settings} | {spread} | {fit} | {predict} | {accuracy:0.000}"));
}

static string Time(Action action)
{
    var times = new double[Repeats];
    TimeSpan before = Environment.CpuUsage.TotalTime;
    for (int n = 0; n < Repeats; n++)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        times[n] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    Array.Sort(times);
    double cpu = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Repeats;
    return string.Create(CultureInfo.InvariantCulture, $"{times[0]:0.0}, {times[Repeats / 2]:0.0}, {cpu:0.0}");
}
