namespace StrokeFramework.Svm;

/// <summary>Reads the content of a model and refuses whatever could not have been written.</summary>
internal static class ModelParser
{
    // Far beyond what training gives; keeps powers and sums finite whatever the row.
    private const double LargestNumber = 1e30;

    /// <summary>Reads a model's content, without signature and checksum.</summary>
    /// <exception cref="InvalidDataException">The content does not make sense; the message says why.</exception>
    public static SvmModel Parse(ReadOnlySpan<byte> content)
    {
        var reader = new ModelReader(content);
        ModelHeader header = ModelHeader.Read(ref reader);
        var decoder = new Decoder((DecodingRule)reader.Integer(), reader.Within(LargestNumber));
        if (!Enum.IsDefined(decoder.Rule) || decoder.Temperature <= 0) throw new InvalidDataException("The model decodes by an unknown rule.");
        MachineSet machines = ParseMachines(ref reader, header.Features.Names.Count, header.Classes.Count);
        if (!reader.AtEnd) throw new InvalidDataException("The model has content after its end.");
        return new(header, machines, decoder);
    }

    private static MachineSet ParseMachines(ref ModelReader reader, int features, int classes)
    {
        var kernel = new KernelFunction(reader.Integer(), reader.Within(LargestNumber), reader.Within(LargestNumber));
        if (kernel.Degree is < 0 or > 3 || kernel.Gamma <= 0) throw new InvalidDataException("The model has an unknown kernel.");
        int count = reader.Count("support vectors", 0, int.MaxValue, features * sizeof(double));
        var vectors = new double[count][];
        for (int v = 0; v < count; v++) vectors[v] = new double[features];
        for (int f = 0; f < features; f++)
        {
            for (int v = 0; v < count; v++) vectors[v][f] = reader.Within(LargestNumber);
        }

        var machines = new PairMachine[classes * (classes - 1) / 2];
        for (int m = 0; m < machines.Length; m++)
        {
            double bias = reader.Within(LargestNumber);
            int used = reader.Count("weights", 0, int.MaxValue, sizeof(int) + sizeof(double));
            machines[m] = new(bias, new int[used], new double[used]);
            for (int n = 0; n < used; n++)
            {
                machines[m].Vectors[n] = reader.Integer();
                machines[m].Coefficients[n] = reader.Within(LargestNumber);
                if ((uint)machines[m].Vectors[n] >= (uint)count) throw new InvalidDataException("A machine in the model uses a support vector that is not there.");
            }
        }

        return new(kernel, new(vectors, features), machines);
    }
}
