using System.Globalization;
using StrokeFramework.Host.Data;
using StrokeFramework.Phantom;

namespace StrokeFramework.Cli.Output;

/// <summary>
/// A sentence beside a synthetic data set that says how well its classes can be told apart at best, so that an
/// evaluation can be read against that ceiling.
/// </summary>
internal static class OracleFile
{
    private const string Name = "oracle.txt";

    public static string Describe(PhantomSettings settings, IReadOnlyList<StudyRecord> records, long seed)
    {
        PhantomLesion[] lesions = [.. records.SelectMany(r => r.Lesions)];
        OracleReport exact = new PhantomOracle(settings.Lesions, 0).Judge(lesions, seed), measured = new PhantomOracle(settings.Lesions).Judge(lesions, seed);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"an oracle names {exact.Accuracy:0.000} of {exact.Lesions} lesions right knowing each one's true ADC, T2 and rim, and {measured.Accuracy:0.000} seeing each with an error of 10 %.");
    }

    public static void Write(string folder, PhantomSettings settings, IReadOnlyList<StudyRecord> records, long seed) =>
        AtomicFile.WriteText(Path.Combine(folder, Name), Describe(settings, records, seed) + "\n");

    public static string? Read(string folder)
    {
        string file = Path.Combine(folder, Name);
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }
}
