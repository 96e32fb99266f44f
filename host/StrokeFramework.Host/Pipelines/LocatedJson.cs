using System.Text.Json;

namespace StrokeFramework.Host.Pipelines;

/// <summary>A JSON value that knows where it stands, so that a message can point at its line.</summary>
public sealed class LocatedJson
{
    internal LocatedJson(JsonElement value, string path, JsonPosition? position, IReadOnlyList<LocatedMember> members, IReadOnlyList<LocatedJson> items) =>
        (Value, Path, Position, Members, Items) = (value, path, position, members, items);

    /// <summary>The value itself.</summary>
    public JsonElement Value { get; }

    /// <summary>Its JSON path, such as <c>$.nodes.lesion.with.clusters</c>, or the option it was given by.</summary>
    public string Path { get; }

    /// <summary>Where it starts; null when it comes from the command line.</summary>
    public JsonPosition? Position { get; }

    /// <summary>Members in order, repeated names included; empty unless it is an object.</summary>
    public IReadOnlyList<LocatedMember> Members { get; }

    /// <summary>Items in order; empty unless it is an array.</summary>
    public IReadOnlyList<LocatedJson> Items { get; }

    /// <summary>What kind of value it is.</summary>
    public JsonValueKind Kind => Value.ValueKind;

    /// <summary>The last member with a name, or null.</summary>
    public LocatedMember? Find(string name) => Members.LastOrDefault(m => m.Name == name);

    /// <summary>A value given on the command line.</summary>
    public static LocatedJson FromOption(string option, JsonElement value) => new(value, option, null, [], []);
}
