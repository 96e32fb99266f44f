using System.Text.Json;
using System.Text.Json.Serialization;

namespace StrokeFramework.Cli;

/// <summary>Reads and writes <see cref="SyntheticDescription"/> without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true)]
[JsonSerializable(typeof(SyntheticDescription))]
internal sealed partial class SyntheticJson : JsonSerializerContext;
