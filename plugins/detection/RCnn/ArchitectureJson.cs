using System.Text.Json.Serialization;
using StrokeFramework.RCnn.Network;

namespace StrokeFramework.RCnn;

/// <summary>Reads and writes <see cref="Architecture"/> without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Architecture))]
internal sealed partial class ArchitectureJson : JsonSerializerContext;
