namespace StrokeFramework.Svm;

/// <summary>Reads the content of a model and refuses whatever could not have been written.</summary>
internal static class ModelParser
{
    private const int MostFeatures = 100_000, MostClasses = 1000;

    /// <summary>Reads a model's content, without signature and checksum.</summary>
    /// <exception cref="InvalidDataException">The content does not make sense; the message says why.</exception>
    public static SvmModel Parse(ReadOnlySpan<byte> content)
    {
        var reader = new ModelReader(content);
        string hash = reader.Text();
        int features = reader.Count("features", 1, MostFeatures, 2 * sizeof(double));
        var names = new string[features];
        var standardizer = new Standardizer(new double[features], new double[features]);
        for (int f = 0; f < features; f++)
        {
            names[f] = reader.Text();
            standardizer.Means[f] = reader.Finite();
            standardizer.Deviations[f] = reader.Finite();
            if (standardizer.Deviations[f] < 0) throw new InvalidDataException("A standard deviation in the model is negative.");
        }

        var classes = new string[reader.Count("classes", 2, MostClasses, sizeof(int))];
        for (int c = 0; c < classes.Length; c++)
        {
            classes[c] = reader.Text();
            if (c > 0 && string.CompareOrdinal(classes[c - 1], classes[c]) >= 0) throw new InvalidDataException("The classes of the model are not in order.");
        }

        var decoder = new Decoder((DecodingRule)reader.Integer(), reader.Finite());
        if (!Enum.IsDefined(decoder.Rule) || decoder.Temperature <= 0) throw new InvalidDataException("The model decodes by an unknown rule.");
        MachineSet machines = ParseMachines(ref reader, features, classes.Length);
        if (!reader.AtEnd) throw new InvalidDataException("The model has content after its end.");
        return new(new(hash, names), classes, standardizer, machines, decoder);
    }

    private static MachineSet ParseMachines(ref ModelReader reader, int features, int classes)
    {
        var kernel = new KernelFunction(reader.Integer(), reader.Finite(), reader.Finite());
        if (kernel.Degree is < 0 or > 3 || kernel.Gamma <= 0) throw new InvalidDataException("The model has an unknown kernel.");
        int count = reader.Count("support vectors", 0, int.MaxValue, features * sizeof(double));
        var vectors = new double[count][];
        for (int v = 0; v < count; v++) vectors[v] = new double[features];
        for (int f = 0; f < features; f++)
        {
            for (int v = 0; v < count; v++) vectors[v][f] = reader.Finite();
        }

        var machines = new PairMachine[classes * (classes - 1) / 2];
        for (int m = 0; m < machines.Length; m++)
        {
            double bias = reader.Finite();
            int used = reader.Count("weights", 0, int.MaxValue, sizeof(int) + sizeof(double));
            machines[m] = new(bias, new int[used], new double[used]);
            for (int n = 0; n < used; n++)
            {
                machines[m].Vectors[n] = reader.Integer();
                machines[m].Coefficients[n] = reader.Finite();
                if ((uint)machines[m].Vectors[n] >= (uint)count) throw new InvalidDataException("A machine in the model uses a support vector that is not there.");
            }
        }

        return new(kernel, new(vectors, features), machines);
    }
}
