using StrokeFramework.Imaging;
using StrokeFramework.Networks;
using StrokeFramework.UNet.Images;
using StrokeFramework.UNet.Network;
using TorchSharp;
using static TorchSharp.torch;

namespace StrokeFramework.UNet;

/// <summary>A trained network. Its convolutions are held, and saved, at half precision, so that a model answers alike before and after it was saved.</summary>
internal sealed class UNetModel : ISegmenterModel
{
    private const string PlanName = "plan";

    private readonly IReadOnlyDictionary<string, Tensor> _weights;
    private readonly UNetSettings _settings;
    private readonly Lazy<UNetNetwork> _onProcessor, _network;

    private UNetModel(NetworkPlan plan, IReadOnlyDictionary<string, Tensor> weights, UNetSettings settings)
    {
        (Plan, _weights, _settings) = (plan, weights, settings);
        _onProcessor = new(Build);
        _network = new(PutOnDevice);
    }

    /// <summary>The network's shape.</summary>
    public NetworkPlan Plan { get; }

    /// <summary>The model of trained weights.</summary>
    /// <param name="plan">The network's shape.</param>
    /// <param name="network">The network, with normalization.</param>
    /// <param name="settings">How to predict.</param>
    public static UNetModel Of(NetworkPlan plan, UNetNetwork network, UNetSettings settings)
    {
        using IDisposable still = no_grad();
        var weights = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach ((string name, Tensor weight) in NetworkWeights.Of(network))
        {
            using DisposeScope scope = NewDisposeScope();
            // Statistics of normalization may lie outside what half precision can hold, and weigh next to nothing.
            Tensor copy = weight.detach().cpu().clone();
            weights[name] = (copy.dim() == 4 ? copy.to(ScalarType.Float16) : copy).DetachFromDisposeScope();
        }

        return new(plan, weights, settings);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The content is no such model.</exception>
    /// <exception cref="StageException">The libtorch for CUDA that the user names cannot be used.</exception>
    public static UNetModel Read(Stream stream, UNetSettings settings)
    {
        // Before the first tensor, with which libtorch for the processor comes and stays. Where none is named, Segment says so.
        if (settings.Device == ComputeDevice.Cuda && NetworkDevice.IsCudaNamed) NetworkDevice.Open("cuda");
        IReadOnlyDictionary<string, Tensor> all;
        using (NewDisposeScope())
        {
            all = TensorFile.Read(stream);
            foreach (Tensor tensor in all.Values) tensor.DetachFromDisposeScope();
        }

        if (!all.TryGetValue(PlanName, out Tensor? shape) || shape.dtype != ScalarType.Float64 || shape.numel() != 4) throw new InvalidDataException("The weights lack the network's shape.");
        double[] values = shape.data<double>().ToArray();
        if (!(values[0] is >= 1 and <= 64 && values[1] is >= 2 and <= 6 && values[2] is >= 1 and <= 512 && values[3] is >= 0.5 and <= 10)) throw new InvalidDataException("The network's shape is impossible.");
        var plan = new NetworkPlan((int)values[0], (int)values[1], (int)values[2], values[3]);
        var model = new UNetModel(plan, all.Where(t => t.Key != PlanName).ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal), settings);
        // Now, so that weights which do not fit are refused here and not in the middle of a run.
        _ = model._onProcessor.Value;
        return model;
    }

    /// <inheritdoc/>
    public void Save(Stream stream)
    {
        using DisposeScope scope = NewDisposeScope();
        var all = new Dictionary<string, Tensor>(_weights, StringComparer.Ordinal) { [PlanName] = tensor([Plan.Width, Plan.Levels, Plan.MaximumWidth, Plan.Spacing], ScalarType.Float64) };
        TensorFile.Write(stream, all);
    }

    /// <summary>Puts the weights into a network with normalization.</summary>
    /// <exception cref="InvalidDataException">They are not those of such a network.</exception>
    public void CopyTo(UNetNetwork network) => NetworkWeights.Put(network, _weights);

    /// <inheritdoc/>
    public Segmentation Segment(DiffusionStudy study, StageContext context)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(context);
        var grid = new WorkingGrid(study.Geometry, Plan.Spacing);
        if (BrainImages.Of(study, grid, _settings.Roughness) is not { } images)
        {
            context.Log?.Information("The DWI holds no signal, so there is no lesion to be found.");
            return Segmentation.Empty(study.Geometry);
        }

        context.CancellationToken.ThrowIfCancellationRequested();
        float[] found = SlicePredictor.Predict(_network.Value, Plan, images, _settings.FlipAveraging, context);
        float[] judged = images.Paste(found, grid.Size);
        Volume<float> probability = Measured(grid.Restore(judged), study.Dwi);
        ReadOnlySpan<float> inside = grid.Restore(LesionEdge.Of(judged, grid, _settings)).Span;
        var mask = new byte[inside.Length];
        for (int v = 0; v < mask.Length; v++) mask[v] = inside[v] >= LesionEdge.Edge && float.IsFinite(study.Dwi.Span[v]) ? (byte)1 : (byte)0;
        if (context.Diagnostics is { } sink) LesionReport.Show(sink, study, mask, probability, images.Normal);
        return new(new Volume<byte>(study.Geometry, mask), probability);
    }

    private static Volume<float> Measured(Volume<float> probability, Volume<float> dwi)
    {
        float[] values = probability.Span.ToArray();
        for (int v = 0; v < values.Length; v++) values[v] = float.IsFinite(dwi.Span[v]) ? Math.Clamp(values[v], 0, 1) : 0;
        return new(dwi.Geometry, values);
    }

    private UNetNetwork Build()
    {
        using IDisposable still = no_grad();
        using DisposeScope scope = NewDisposeScope();
        var network = new UNetNetwork(Plan, folded: true);
        NetworkWeights.Put(network, FoldedWeights.Of(_weights.ToDictionary(w => w.Key, w => w.Value.to(ScalarType.Float32), StringComparer.Ordinal)));
        NetworkLayout.PutChannelsLast(network);
        network.eval();
        return network;
    }

    private UNetNetwork PutOnDevice()
    {
        Device device = NetworkDevice.Open(_settings.Device == ComputeDevice.Cuda ? "cuda" : "cpu");
        UNetNetwork network = _onProcessor.Value;
        if (device.type != DeviceType.CPU) network.to(device);
        return network;
    }
}
