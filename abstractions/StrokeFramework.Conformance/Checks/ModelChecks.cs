using StrokeFramework.Conformance.Inputs;
using StrokeFramework.Conformance.Runs;

namespace StrokeFramework.Conformance.Checks;

/// <summary>Whether models can be saved, read and told from what is none.</summary>
internal static class ModelChecks
{
    public static CheckFailure? RoundTrip(Bench bench)
    {
        StageInput input = bench.Driver.Usual();
        var trained = (TrainedAnswer)bench.Answer(bench.Subject.Create(), input);
        const string mend = "Write every number in full (BinaryWriter or \"R\") in a fixed order, and all that prediction needs.";
        if (!TrainedAnswer.Save(trained.Model).AsSpan().SequenceEqual(trained.Bytes)) return Fails("Saved twice, the model wrote other bytes.");

        // By another instance with default parameters: a model must not depend on the stage that reads it.
        StageCall call = bench.Try(_ =>
        {
            using var stream = new MemoryStream(trained.Bytes, writable: false);
            return bench.Driver.Load(bench.Subject.Create(), stream);
        });
        if (call.Output is not IModel read) return Fails(call.Error is { } e ? $"Reading it threw {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}" : "Reading it gave nothing.");
        if (!TrainedAnswer.Save(read).AsSpan().SequenceEqual(trained.Bytes)) return Fails("Read and saved again, the model wrote other bytes.");
        object? answer = bench.Driver.Ask(read, input, new StageContext());
        if (Fingerprint.Of(answer) != Fingerprint.Of(trained.Answer)) return Fails("Read again, the model answered otherwise.");

        // The same examples in another list, so that nothing kept from the first training answers.
        var again = (TrainedAnswer)bench.Answer(bench.Subject.Create(), input with { Examples = input.Examples is { } examples ? [.. examples] : null, Masked = input.Masked is { } masked ? [.. masked] : null });
        return again.Bytes.AsSpan().SequenceEqual(trained.Bytes) ? null : Fails("Trained again on the same examples, the model wrote other bytes.");

        CheckFailure Fails(string seen) => new("The same model writes the same bytes, and once read again it answers bit for bit as before.", seen, mend);
    }

    public static CheckFailure? Foreign(Bench bench)
    {
        byte[] model = ((TrainedAnswer)bench.Answer(bench.Subject.Create(), bench.Driver.Usual())).Bytes;
        byte[] noise = new byte[4096];
        new Random(1).NextBytes(noise);
        foreach ((string what, byte[] bytes) in ((string, byte[])[])[("an empty file", []), ("noise", noise), ("the first half of a model", model[..(model.Length / 2)])])
        {
            StageCall call = bench.Try(_ =>
            {
                using var stream = new MemoryStream(bytes, writable: false);
                return bench.Driver.Load(bench.Subject.Create(), stream);
            });
            if (call is { Ended: true, Error: InvalidDataException }) continue;
            return new(
                $"Read from {what}, a model is refused by an InvalidDataException.",
                !call.Ended ? "It did not come to an end." : call.Error is { } e ? $"It threw {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}" : "It was read as a model.",
                "Begin models with a mark and their length, check both, and turn the exceptions of your reader into InvalidDataException.");
        }

        return null;
    }
}
