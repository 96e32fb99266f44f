using StrokeFramework.Host.Data;

namespace StrokeFramework.Host.Tests.Data;

public sealed class ParticipantTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Columns_AreFoundByName_AndOthersPassedOver()
    {
        string path = _folder.Write("\uFEFFage\tparticipant_id\tstroke_type\r\n81\tsub-strokecase0003\tacute-ischemic\r\n\"60\tsub-b\tn/a\r\n\r\n7\tc\t\r\n", "participants.tsv");
        Assert.Equal([new("strokecase0003", StrokeTypes.AcuteIschemic), new("b", StrokeTypes.None), new("c", null)], ParticipantTable.Read(path));
    }

    [Fact]
    public void WithoutTypes_EveryTypeIsUnknown()
    {
        string path = _folder.Write("participant_id\nsub-a\n", "participants.tsv");
        Assert.Equal([new("a", null)], ParticipantTable.Read(path));
    }

    [Fact]
    public void Write_IsReadBack_WithFixedBytes()
    {
        string path = _folder.File("participants.tsv");
        Participant[] all = [new("a", StrokeTypes.AcuteHemorrhage), new("b", StrokeTypes.None), new("c", null)];
        ParticipantTable.Write(path, all);
        Assert.Equal("participant_id\tstroke_type\nsub-a\tacute-hemorrhage\nsub-b\tn/a\nsub-c\t\n", File.ReadAllText(path));
        Assert.Equal(all, ParticipantTable.Read(path));
    }

    [Theory]
    [InlineData("", "has no column 'participant_id'")]
    [InlineData("id\tstroke_type\nsub-a\tn/a\n", "has no column 'participant_id'")]
    [InlineData("participant_id,stroke_type\nsub-a,n/a\n", "has no column 'participant_id'")]
    [InlineData("participant_id\tstroke_type\nsub-a\tn/a\nsub-a\tn/a\n", "line 3: 'sub-a' stands there already in line 2")]
    [InlineData("participant_id\tstroke_type\nsub-a\tischemic\n", "line 2: 'ischemic' is not a stroke type. Write one of acute-hemorrhage, acute-ischemic, chronic-ischemic, subacute-ischemic, or n/a for no lesion.")]
    [InlineData("participant_id\tstroke_type\nsub-\tn/a\n", "line 2: the participant has no 'participant_id'")]
    public void TableThatCannotBeUsed_IsRefusedWithItsLine(string content, string because)
    {
        string path = _folder.Write(content, "participants.tsv");
        DataException e = Assert.Throws<DataException>(() => ParticipantTable.Read(path));
        Assert.Contains(because, e.Message, StringComparison.Ordinal);
        Assert.StartsWith($"'{path}'", e.Message, StringComparison.Ordinal);
    }
}
