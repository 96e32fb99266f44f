using System.CommandLine;
using System.Globalization;
using StrokeFramework.Cli.Output;
using StrokeFramework.Host.Training;
using StrokeFramework.Phantom;

namespace StrokeFramework.Cli.Commands;

/// <summary><c>stroke phantom --out DIR --kind types|acute --cases N --seed S</c>.</summary>
internal static class PhantomCommand
{
    private const string Types = "types", Acute = "acute";

    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "The folder to write the data set to.", HelpName = "DIR", Required = true };
        var cases = new Option<int>("--cases") { Description = "Number of studies.", HelpName = "N", DefaultValueFactory = _ => 24 };
        var seed = new Option<long>("--seed") { Description = "Seed; the same seed writes the same bytes.", HelpName = "S", DefaultValueFactory = _ => 2020 };
        var difficulty = new Option<double>("--difficulty") { Description = "0 (large clean lesions) to 1 (small ones under noise and artifacts).", HelpName = "D", DefaultValueFactory = _ => 0.5 };
        var anatomy = new Option<string?>("--anatomy") { Description = "Tissue maps scgrey, scwhite and sccsf (.nii.gz) to use instead of the built-in anatomy.", HelpName = "DIR" };
        var lesions = new Option<string?>("--lesions") { Description = "Lesion masks in the space of the tissue maps, to use instead of made-up shapes.", HelpName = "DIR" };
        var measure = new Option<bool>("--measure") { Description = "Print how hard the data set is, and how well its classes can be told apart at best." };
        var kind = new Option<string>("--kind") { Description = "types: the four stroke types; acute: 2 mm volumes for training a segmenter, which need --anatomy and --lesions.", HelpName = "KIND", DefaultValueFactory = _ => Types };
        kind.AcceptOnlyFromAmong(Types, Acute);
        var beside = new Option<string?>("--beside") { Description = "A data set of real scans with truth masks: writes gallery.html, which shows their slices among the synthetic ones.", HelpName = "DIR" };
        var common = new CommonOptions();
        var command = new Command("phantom", "Writes a labelled synthetic data set, for trying things out without patient data.")
        {
            output, kind, cases, seed, difficulty, anatomy, lesions, measure, beside, common.Threads, common.Verbose,
        };
        command.Validators.Add(result =>
        {
            // What is not given has no value here yet, not even its default.
            if (result.GetResult(cases) is { Implicit: false } && result.GetValue(cases) is < 1 or > 9999) result.AddError("--cases should be from 1 to 9999.");
            if (result.GetValue(difficulty) is not (>= 0 and <= 1)) result.AddError("--difficulty should be from 0 to 1.");
            if (result.GetValue(kind) != Acute) return;
            if (result.GetValue(anatomy) is null || result.GetValue(lesions) is null) result.AddError("--kind acute makes its brains from real ones: name their folders with --anatomy (ch2bet, scgrey, scwhite, sccsf) and --lesions.");
            if (result.GetValue(measure) || result.GetResult(difficulty) is { Implicit: false }) result.AddError("--measure and --difficulty are for --kind types alone.");
        });
        command.SetAction((parsed, cancellation) => Boundary.RunAsync(parsed.GetValue(common.Verbose), async () =>
        {
            string folder = parsed.GetValue(output)!;
            TrainingData? real = parsed.GetValue(beside) is { } scans ? TrainingData.Open(scans, needClasses: false) : null;
            OutputFolder.Check(folder);
            if (parsed.GetValue(kind) == Acute)
            {
                var library = AcuteTrainingLibrary.Load(parsed.GetValue(anatomy)!, parsed.GetValue(lesions));
                IReadOnlyList<AcuteTrainingRecord> volumes = await PhantomConsole.WriteAcuteAsync(
                    folder, library, parsed.GetValue(seed), parsed.GetValue(cases), parsed.GetValue(common.Threads), cancellation).ConfigureAwait(false);
                PlainTable.Write(Console.Out, ["Stroke type", "Volumes", "Median ml"], [.. volumes.GroupBy(r => r.StrokeType, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new[] { g.Key, $"{g.Count()}", Median(g.Select(r => r.LesionVolume)) })]);
                Console.Out.WriteLine($"{volumes.Count} synthetic training volumes are in '{folder}' (ISLES/BIDS layout; truth in derivatives and participants.tsv).");
                PhantomConsole.WriteGallery(folder, real, cancellation);
                return ExitCodes.Success;
            }

            PhantomSettings settings = PhantomSettings.ForDifficulty(parsed.GetValue(difficulty));
            string? maps = parsed.GetValue(anatomy), masks = parsed.GetValue(lesions);
            TemplateLibrary? template = maps is null && masks is null ? null : TemplateLibrary.Open(maps, masks);
            PhantomAnchor? anchor = parsed.GetValue(measure) ? new PhantomAnchor() : null;
            IReadOnlyList<StudyRecord> records = await PhantomConsole.WriteAsync(
                folder, settings, parsed.GetValue(seed), parsed.GetValue(cases), template, parsed.GetValue(common.Threads), anchor, cancellation).ConfigureAwait(false);
            PlainTable.Write(Console.Out, ["Stroke type", "Studies", "Lesions", "Median ml"], [.. records.GroupBy(r => r.StrokeType, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(Row)]);
            if (anchor is not null) PhantomConsole.WriteMeasurements(Console.Out, anchor, settings, records, parsed.GetValue(seed));
            Console.Out.WriteLine($"{records.Count} synthetic studies are in '{folder}' (ISLES/BIDS layout; truth in derivatives, participants.tsv and lesions.tsv).");
            PhantomConsole.WriteGallery(folder, real, cancellation);
            return ExitCodes.Success;
        }));
        return command;
    }

    private static string[] Row(IGrouping<string, StudyRecord> type)
    {
        return [type.Key, $"{type.Count()}", $"{type.Sum(r => r.Lesions.Count)}", Median(type.Select(r => r.LesionVolume))];
    }

    private static string Median(IEnumerable<double> volumes)
    {
        double[] sorted = [.. volumes.Order()];
        return sorted[sorted.Length / 2].ToString("0.0", CultureInfo.InvariantCulture);
    }
}
