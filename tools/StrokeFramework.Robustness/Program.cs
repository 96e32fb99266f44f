using System.Globalization;
using StrokeFramework;
using StrokeFramework.Host.Data;
using StrokeFramework.Host.Execution;
using StrokeFramework.Host.Models;
using StrokeFramework.Host.Pipelines;
using StrokeFramework.Host.Plugins;
using StrokeFramework.Host.Training;
using StrokeFramework.Robustness;

// How much a pipeline's Dice changes when studies are mirrored, turned or resampled: robustness PIPELINE DATA [MODEL].
if (args.Length is not (2 or 3))
{
    Console.Error.WriteLine("Give a pipeline's JSON file, a data set with truth masks and, where the pipeline names none, a model.");
    return 2;
}

try
{
    PluginCatalog catalog = StrokeLocations.OfThisProgram().Scan([]);
    PreparedPipeline pipeline = ModelBinder.Bind(PreparedPipeline.Prepare(PipelinePlanner.Plan(args[0], catalog), new PluginHost(catalog)), args.Length > 2 ? args[2] : null);
    var data = new DataSetImages(TrainingData.Open(args[1], needClasses: false));
    StudyTransform[] transforms = [StudyTransform.Mirrored, StudyTransform.Turned, StudyTransform.Resampled(1.5), StudyTransform.Resampled(1 / 1.5)];
    Console.WriteLine("Dice and its change. 'There': on the other grid, with the truth put on it; in brackets, what is found on the study's own grid, put there. 'Back': on the study's own grid, what is found brought back, by its probability where there is one; in brackets, the Dice of the truth itself there and back.");
    Console.WriteLine($"study | as it is | {string.Join(" | ", transforms.Select(t => t.Name))}");
    for (int n = 0; n < data.Count; n++)
    {
        LabelledStudy study = data.Load(n, CancellationToken.None);
        Volume<byte> usual = (await SegmentAsync(study.Study, study.Name).ConfigureAwait(false)).Mask;
        double own = Dice(usual.Span, study.Truth.Span);
        var cells = new List<string>();
        foreach (StudyTransform transform in transforms)
        {
            Segmentation found = await SegmentAsync(transform.Apply(study.Study), study.Name).ConfigureAwait(false);
            Volume<byte> truth = transform.Apply(study.Truth);
            double there = Dice(found.Mask.Span, truth.Span), back = Dice(transform.Restore(found, study.Study.Geometry), study.Truth.Span);
            cells.Add(string.Create(CultureInfo.InvariantCulture, $"there {Changed(there)} ({Dice(transform.Apply(usual).Span, truth.Span):0.000}), back {Changed(back)} ({Dice(transform.Restore(truth, study.Study.Geometry), study.Truth.Span):0.000})"));

            string Changed(double dice) => string.Create(CultureInfo.InvariantCulture, $"{dice:0.000} {Math.Round(dice - own, 3):+0.000;-0.000;0.000}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{study.Name} | {own:0.000} | {string.Join(" | ", cells)}"));
    }

    return 0;

    async Task<Segmentation> SegmentAsync(DiffusionStudy study, string name)
    {
        PipelineResult result = await PipelineExecutor.RunAsync(pipeline, study, name, new ExecutionOptions(), null, CancellationToken.None).ConfigureAwait(false);
        return result.Outputs.Values.OfType<Segmentation>().FirstOrDefault() ?? throw new DataException($"'{args[0]}' segments nothing.");
    }
}
catch (Exception e) when (e is DataException or PipelineException or ModelException or StageException)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

static double Dice(ReadOnlySpan<byte> found, ReadOnlySpan<byte> truth)
{
    long both = 0, sum = 0;
    for (int v = 0; v < found.Length; v++)
    {
        both += found[v] != 0 && truth[v] != 0 ? 1 : 0;
        sum += (found[v] != 0 ? 1 : 0) + (truth[v] != 0 ? 1 : 0);
    }

    return sum == 0 ? 1 : 2.0 * both / sum;
}
