using System.CommandLine;
using System.Globalization;
using StrokeFramework.Cli.Output;
using StrokeFramework.Phantom;

namespace StrokeFramework.Cli.Commands;

/// <summary><c>stroke phantom --out DIR --cases N --seed S</c>.</summary>
internal static class PhantomCommand
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "The folder to write the data set to.", HelpName = "DIR", Required = true };
        var cases = new Option<int>("--cases") { Description = "Number of studies.", HelpName = "N", DefaultValueFactory = _ => 24 };
        var seed = new Option<long>("--seed") { Description = "Seed; the same seed writes the same bytes.", HelpName = "S", DefaultValueFactory = _ => 2020 };
        var difficulty = new Option<double>("--difficulty") { Description = "0 (large clean lesions) to 1 (small ones under noise and artifacts).", HelpName = "D", DefaultValueFactory = _ => 0.5 };
        var anatomy = new Option<string?>("--anatomy") { Description = "Tissue maps scgrey, scwhite and sccsf (.nii.gz) to use instead of the built-in anatomy.", HelpName = "DIR" };
        var lesions = new Option<string?>("--lesions") { Description = "Lesion masks in the space of the tissue maps, to use instead of made-up shapes.", HelpName = "DIR" };
        var measure = new Option<bool>("--measure") { Description = "Print how hard the data set is, and how well its classes can be told apart at best." };
        var common = new CommonOptions();
        var command = new Command("phantom", "Writes a labelled synthetic data set, for trying things out without patient data.")
        {
            output, cases, seed, difficulty, anatomy, lesions, measure, common.Threads, common.Verbose,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(cases) is < 1 or > 9999) result.AddError("--cases should be from 1 to 9999.");
            if (result.GetValue(difficulty) is not (>= 0 and <= 1)) result.AddError("--difficulty should be from 0 to 1.");
        });
        command.SetAction((parsed, cancellation) => Boundary.RunAsync(parsed.GetValue(common.Verbose), async () =>
        {
            string folder = parsed.GetValue(output)!;
            OutputFolder.Check(folder);
            PhantomSettings settings = PhantomSettings.ForDifficulty(parsed.GetValue(difficulty));
            string? maps = parsed.GetValue(anatomy), masks = parsed.GetValue(lesions);
            TemplateLibrary? template = maps is null && masks is null ? null : TemplateLibrary.Open(maps, masks);
            PhantomAnchor? anchor = parsed.GetValue(measure) ? new PhantomAnchor() : null;
            IReadOnlyList<StudyRecord> records = await PhantomConsole.WriteAsync(
                folder, settings, parsed.GetValue(seed), parsed.GetValue(cases), template, parsed.GetValue(common.Threads), anchor, cancellation).ConfigureAwait(false);
            PlainTable.Write(Console.Out, ["Stroke type", "Studies", "Lesions", "Median ml"], [.. records.GroupBy(r => r.StrokeType, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(Row)]);
            if (anchor is not null) PhantomConsole.WriteMeasurements(Console.Out, anchor, settings, records, parsed.GetValue(seed));
            Console.Out.WriteLine($"{records.Count} synthetic studies are in '{folder}' (ISLES/BIDS layout; truth in derivatives, participants.tsv and lesions.tsv).");
            return ExitCodes.Success;
        }));
        return command;
    }

    private static string[] Row(IGrouping<string, StudyRecord> type)
    {
        double[] volumes = [.. type.Select(r => r.LesionVolume).Order()];
        return [type.Key, $"{volumes.Length}", $"{type.Sum(r => r.Lesions.Count)}", volumes[volumes.Length / 2].ToString("0.0", CultureInfo.InvariantCulture)];
    }
}
