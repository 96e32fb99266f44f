using System.Text.Json;
using System.Text.RegularExpressions;

namespace StrokeFramework.Host.Pipelines;

/// <summary>Reads a graph's file and checks its form; what the names mean is checked by <see cref="PipelinePlanner"/>.</summary>
public static partial class PipelineReader
{
    private static readonly string[] RootMembers = ["$schema", "name", "description", "seed", "minimumLesionVolume", "nodes", "outputs"];
    private static readonly string[] NodeMembers = ["use", "in", "with", "model", "description"];

    /// <summary>Reads a graph. Mistakes of form are returned together; the definition holds what could be read.</summary>
    /// <exception cref="PipelineException">The file cannot be read at all, or is not JSON.</exception>
    public static (PipelineDefinition Definition, IReadOnlyList<PipelineDiagnostic> Diagnostics) Read(string file)
    {
        byte[] text;
        try
        {
            text = File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException(
                e is FileNotFoundException or DirectoryNotFoundException ? $"There is no pipeline '{file}'. Check the path; the graphs that come with the program are in 'pipelines'." : $"The pipeline '{file}' cannot be read: {e.Message}", e);
        }

        return Parse(text, file);
    }

    /// <summary>Reads a graph from its text.</summary>
    /// <exception cref="PipelineException">The text is not JSON.</exception>
    public static (PipelineDefinition Definition, IReadOnlyList<PipelineDiagnostic> Diagnostics) Parse(ReadOnlyMemory<byte> utf8, string file)
    {
        if (utf8.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) utf8 = utf8[3..];
        LocatedJson root;
        try
        {
            root = LocatedJsonReader.Read(utf8);
        }
        catch (JsonException e)
        {
            var position = new JsonPosition((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
            string message = e.Message.Split(" LineNumber:")[0];
            throw new PipelineException(file, [new("SF1001", "$", position, $"This is not valid JSON: {message}", "")]);
        }

        var bag = new DiagnosticBag();
        if (root.Kind != JsonValueKind.Object)
            throw new PipelineException(file, [new("SF1001", "$", root.Position, "A pipeline is a JSON object.", "Start with { \"name\": …, \"nodes\": { … }, \"outputs\": { … } }.")]);
        CheckMembers(root, RootMembers, bag);
        var definition = new PipelineDefinition
        {
            File = file,
            Name = Text(root, "name", bag) ?? Path.GetFileNameWithoutExtension(file),
            Seed = Seed(root, bag),
            MinimumLesionVolume = Number(root, "minimumLesionVolume", bag),
            Nodes = Nodes(root, bag),
            Outputs = Outputs(root, bag),
            Location = root,
        };
        return (definition, bag.Items);
    }

    internal static (string StageId, string Range) SplitUse(string use)
    {
        int at = use.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? (use.Trim(), "*") : (use[..at].Trim(), use[(at + 1)..].Trim());
    }

    private static List<NodeDefinition> Nodes(LocatedJson root, DiagnosticBag bag)
    {
        List<NodeDefinition> nodes = [];
        if (ObjectMember(root, "nodes", required: true, bag) is not { } owner) return nodes;
        CheckRepeats(owner, bag);
        if (owner.Members.Count == 0) bag.Add("SF1003", owner, "The pipeline has no node.", "Add at least one, such as \"lesion\": { \"use\": \"kmeans-fast-marching\", \"in\": { \"study\": \"$input\" } }.");
        foreach (LocatedMember member in owner.Members.DistinctBy(m => m.Name))
        {
            if (!NodeName().IsMatch(member.Name))
                bag.Add("SF1018", member.Value.Path, member.Position, $"'{member.Name}' is no name for a node.", "Use letters, digits, hyphens and underscores, and start with a letter.");
            if (member.Value.Kind != JsonValueKind.Object)
            {
                bag.Add("SF1004", member.Value, $"The node '{member.Name}' should be an object.", "Write { \"use\": …, \"in\": { … } }.");
                continue;
            }

            if (Node(member, bag) is { } node) nodes.Add(node);
        }

        return nodes;
    }

    private static NodeDefinition? Node(LocatedMember member, DiagnosticBag bag)
    {
        LocatedJson node = member.Value;
        CheckMembers(node, NodeMembers, bag);
        List<InputReference> inputs = [];
        if (ObjectMember(node, "in", required: false, bag) is { } edges)
        {
            CheckRepeats(edges, bag);
            foreach (LocatedMember edge in edges.Members.DistinctBy(m => m.Name))
            {
                if (edge.Value.Kind == JsonValueKind.String) inputs.Add(new(edge.Name, edge.Value.Value.GetString()!, edge.Value));
                else bag.Add("SF1004", edge.Value, $"The input '{edge.Name}' should be the name of a node.", "Write the name as a text, or \"$input\".");
            }
        }

        LocatedJson? with = ObjectMember(node, "with", required: false, bag);
        if (with is not null) CheckRepeats(with, bag);
        string? model = node.Find("model") is null ? null : Text(node, "model", bag);
        if (node.Find("use") is not { } use)
        {
            bag.Add("SF1003", node, $"The node '{member.Name}' does not say which stage to use.", "Add \"use\": \"stage-id@^1.0\".");
            return null;
        }

        if (use.Value.Kind != JsonValueKind.String)
        {
            bag.Add("SF1004", use.Value, "\"use\" should be a text.", "Write a stage id and a version range, such as \"kmeans-fast-marching@^1.0\".");
            return null;
        }

        (string stageId, string range) = SplitUse(use.Value.Value.GetString()!);
        return new NodeDefinition
        {
            Name = member.Name,
            Location = node,
            StageId = stageId,
            Range = range,
            UseLocation = use.Value,
            Inputs = inputs,
            Parameters = with is null ? [] : [.. with.Members.DistinctBy(m => m.Name)],
            Model = model,
        };
    }

    private static List<OutputDefinition> Outputs(LocatedJson root, DiagnosticBag bag)
    {
        List<OutputDefinition> outputs = [];
        if (ObjectMember(root, "outputs", required: true, bag) is not { } owner) return outputs;
        CheckRepeats(owner, bag);
        if (owner.Members.Count == 0) bag.Add("SF1003", owner, "The pipeline has no output.", "Name at least one, such as \"mask\": \"lesion\".");
        foreach (LocatedMember member in owner.Members.DistinctBy(m => m.Name))
        {
            if (!NodeName().IsMatch(member.Name))
                bag.Add("SF1018", member.Value.Path, member.Position, $"'{member.Name}' is no name for an output, since files are named after it.", "Use letters, digits, hyphens and underscores, and start with a letter.");
            if (member.Value.Kind == JsonValueKind.String) outputs.Add(new(member.Name, member.Value.Value.GetString()!, member.Value));
            else bag.Add("SF1004", member.Value, $"The output '{member.Name}' should be the name of a node.", "Write the name as a text.");
        }

        return outputs;
    }

    private static void CheckMembers(LocatedJson owner, string[] known, DiagnosticBag bag)
    {
        CheckRepeats(owner, bag);
        foreach (LocatedMember member in owner.Members)
        {
            if (!known.Contains(member.Name))
                bag.Add("SF1002", member.Value.Path, member.Position, $"'{member.Name}' has no meaning here.", NameSuggestion.Remedy(member.Name, known));
        }
    }

    private static void CheckRepeats(LocatedJson owner, DiagnosticBag bag)
    {
        foreach (IGrouping<string, LocatedMember> group in owner.Members.GroupBy(m => m.Name).Where(g => g.Count() > 1))
        {
            LocatedMember again = group.ElementAt(1);
            bag.Add("SF1005", again.Value.Path, again.Position, $"'{again.Name}' stands here a second time (first on line {group.First().Position?.Line}).", "Keep one, or give the other another name.");
        }
    }

    private static LocatedJson? ObjectMember(LocatedJson owner, string name, bool required, DiagnosticBag bag)
    {
        if (owner.Find(name) is not { } member)
        {
            if (required) bag.Add("SF1003", owner, $"The pipeline lacks \"{name}\".", $"Add \"{name}\": {{ … }}.");
            return null;
        }

        if (member.Value.Kind == JsonValueKind.Object) return member.Value;
        bag.Add("SF1004", member.Value, $"\"{name}\" should be an object.", $"Write \"{name}\": {{ … }}.");
        return null;
    }

    private static string? Text(LocatedJson owner, string name, DiagnosticBag bag)
    {
        if (owner.Find(name) is not { } member) return null;
        if (member.Value.Kind == JsonValueKind.String) return member.Value.Value.GetString();
        bag.Add("SF1004", member.Value, $"\"{name}\" should be a text.");
        return null;
    }

    private static double Number(LocatedJson owner, string name, DiagnosticBag bag)
    {
        if (owner.Find(name) is not { } member) return 0;
        if (member.Value.Kind == JsonValueKind.Number && member.Value.Value.TryGetDouble(out double number) && number >= 0) return number;
        bag.Add("SF1004", member.Value, $"\"{name}\" should be a number that is not negative.");
        return 0;
    }

    private static ulong Seed(LocatedJson owner, DiagnosticBag bag)
    {
        if (owner.Find("seed") is not { } member) return 0;
        if (member.Value.Kind == JsonValueKind.Number && member.Value.Value.TryGetUInt64(out ulong seed)) return seed;
        bag.Add("SF1004", member.Value, "\"seed\" should be a whole number that is not negative.");
        return 0;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]*$")]
    private static partial Regex NodeName();
}
