using StrokeFramework.Networks;
using StrokeFramework.RCnn.Network;
using TorchSharp.Modules;

namespace StrokeFramework.RCnn.Tests.Network;

public sealed class ProposalHeadTests
{
    private const int Channels = 16, AnchorsPerCell = 3;

    // Corners, edges, the inside, and a cell twice: of a map of 5 x 7 and one of 2 x 3.
    private static readonly long[] Chosen = [0, 20, 49, 50, 50, 102, 104, 105, 110, 122];

    [Fact]
    public void Say_OfSomeCells_IsWhatTheWholeMapsSay_AndItsDerivativesAreTheirs()
    {
        using DisposeScope scope = NewDisposeScope();
        using ProposalHead head = Head();
        Tensor[] sources = [Random([1, Channels, 5, 7], 5).requires_grad_(), Random([1, Channels, 2, 3], 6).requires_grad_()];
        FeatureMap[] maps = [.. sources.Select((s, n) => new FeatureMap(s.Times(2), 4 << n))];
        Proposals proposals = Propose(head, maps);
        Tensor read = head.Read(proposals, Chosen).requires_grad_();
        (Tensor objectness, Tensor codes) = head.Say(read);
        long[] rows = [.. Chosen.Select((a, n) => (n * AnchorsPerCell) + (a % AnchorsPerCell))];
        Tensor said = cat([objectness.index_select(0, tensor(rows)).unsqueeze(1), codes.index_select(0, tensor(rows))], 1);
        Tensor weights = Random([Chosen.Length, 5], 7);
        (said * weights).sum().backward();
        head.Return(proposals, Chosen, read.grad!);
        FeatureMap.Backward(maps);
        Dictionary<string, Tensor> sparse = Gradients(head, sources);

        foreach (Parameter parameter in head.parameters()) parameter.grad!.zero_();
        foreach (Tensor source in sources) source.grad!.zero_();
        Tensor whole = cat([.. sources.Select(s => Dense(head, s.Times(2)))], 0);
        Tensor expected = whole.index_select(0, tensor(Chosen));
        Same(expected, said);
        for (int n = 0; n < proposals.Objectness.Length; n++) Assert.Equal(whole[n, 0].item<float>(), proposals.Objectness[n], 1e-4);
        (expected * weights).sum().backward();
        foreach ((string name, Tensor gradient) in Gradients(head, sources)) Same(gradient, sparse[name]);
    }

    [Fact]
    public void BoxesOf_SomeAnchors_AreTheirCodesSaidOfThem()
    {
        using DisposeScope scope = NewDisposeScope();
        using ProposalHead head = Head();
        Tensor[] sources = [Random([1, Channels, 5, 7], 5), Random([1, Channels, 2, 3], 6)];
        Proposals proposals = Propose(head, [.. sources.Select((s, n) => new FeatureMap(s, 4 << n))]);
        float[] boxes = head.BoxesOf(proposals, [.. Chosen.Select(c => (int)c)]), expected = new float[4];
        Tensor whole = cat([.. sources.Select(s => Dense(head, s))], 0).detach();
        for (int n = 0; n < Chosen.Length; n++)
        {
            float[] code = [.. whole[Chosen[n]].narrow(0, 1, 4).contiguous().data<float>()];
            RCnn.Boxes.BoxCoder.Decode(code, proposals.Anchors.AsSpan((int)(4 * Chosen[n]), 4), expected);
            for (int k = 0; k < 4; k++) Assert.Equal(expected[k], boxes[(4 * n) + k], 1e-3);
        }
    }

    // By convolutions over the whole map, as they are usually done: [anchors, objectness and four codes].
    private static Tensor Dense(ProposalHead head, Tensor map)
    {
        Dictionary<string, Parameter> of = head.named_parameters().ToDictionary(p => p.name, p => p.parameter);
        Tensor shared = nn.functional.conv2d(map, of["_shared.weight"], of["_shared.bias"], padding: [1, 1]).relu();
        Tensor objectness = nn.functional.conv2d(shared, of["_objectness.weight"], of["_objectness.bias"])[0].permute(1, 2, 0).reshape(-1, 1);
        return cat([objectness, nn.functional.conv2d(shared, of["_codes.weight"], of["_codes.bias"])[0].permute(1, 2, 0).reshape(-1, 4)], 1);
    }

    private static Proposals Propose(ProposalHead head, FeatureMap[] maps)
    {
        (Tensor Shared, Tensor Objectness)[] seen = [.. maps.Select(head.Look)];
        float[] anchors = [.. maps.SelectMany((m, n) => RCnn.Boxes.AnchorGrid.Of(m.Height, m.Width, m.Stride, [9.0 * (n + 1)], 1.4))];
        return new(maps, [.. seen.Select(s => s.Shared)], anchors, [.. seen.SelectMany(s => s.Objectness.Floats().ToArray())], AnchorsPerCell);
    }

    private static ProposalHead Head()
    {
        var head = new ProposalHead(Channels, AnchorsPerCell);
        using IDisposable still = no_grad();
        int seed = 10;
        foreach (Parameter parameter in head.parameters()) parameter.copy_(Random(parameter.shape, seed++).Times(0.2));
        return head;
    }

    private static Dictionary<string, Tensor> Gradients(ProposalHead head, Tensor[] sources) =>
        head.named_parameters().Select(p => (p.name, p.parameter.grad!)).Concat(sources.Select((s, n) => ($"map{n}", s.grad!))).ToDictionary(p => p.Item1, p => p.Item2.clone());

    private static Tensor Random(long[] shape, int seed)
    {
        var random = new Random(seed);
        return tensor(Enumerable.Range(0, (int)shape.Aggregate((a, b) => a * b)).Select(_ => (2 * random.NextSingle()) - 1).ToArray()).reshape(shape);
    }

    private static void Same(Tensor expected, Tensor given)
    {
        Assert.Equal(expected.shape, given.shape);
        Assert.InRange((expected - given).abs().max().item<float>(), 0, 1e-4f);
        Assert.InRange(expected.abs().max().item<float>(), 0.05f, float.MaxValue);
    }
}
