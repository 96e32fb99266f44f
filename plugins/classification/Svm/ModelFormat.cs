namespace StrokeFramework.Svm;

/// <summary>
/// The model's bytes: in the envelope of all classifiers their header with features and classes, then decoding, kernel,
/// vectors and machines. The same model gives the same bytes.
/// </summary>
internal static class ModelFormat
{
    private static readonly ModelEnvelope Envelope = new("SF-SVM\r\n", 1, "support vector machines");

    /// <summary>Writes a model.</summary>
    public static byte[] Write(SvmModel model) => Envelope.Seal(writer =>
    {
        model.Header.Write(writer);
        writer.Write((int)model.Decoder.Rule);
        writer.Write(model.Decoder.Temperature);
        WriteMachines(writer, model.Machines);
    });

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The bytes are not such a model; the message says why.</exception>
    public static SvmModel Read(Stream stream) => ModelParser.Parse(Envelope.Open(stream));

    private static void WriteMachines(BinaryWriter writer, MachineSet machines)
    {
        writer.Write(machines.Kernel.Degree);
        writer.Write(machines.Kernel.Gamma);
        writer.Write(machines.Kernel.Offset);
        writer.Write(machines.Bank.Count);
        for (int f = 0; f < machines.Bank.Features; f++)
        {
            for (int v = 0; v < machines.Bank.Count; v++) writer.Write(machines.Bank[v, f]);
        }

        foreach (PairMachine machine in machines.Machines)
        {
            writer.Write(machine.Bias);
            writer.Write(machine.Vectors.Length);
            for (int n = 0; n < machine.Vectors.Length; n++)
            {
                writer.Write(machine.Vectors[n]);
                writer.Write(machine.Coefficients[n]);
            }
        }
    }
}
