using XacThuc.Register.Cases.Bulk;
using Xunit;

namespace XacThuc.Register.Tests.Cases;

public sealed class BulkReasonsTests
{
    [Theory]
    [InlineData("name.marks_missing", (int)BulkGround.Number)]
    [InlineData("name.letter;dob.day", (int)BulkGround.Number)]
    [InlineData("dob.more_precise", (int)BulkGround.Number)]
    [InlineData("dob.year;id.disagrees_with_year", (int)BulkGround.Number)]
    [InlineData("sex.different;id.disagrees_with_sex", (int)BulkGround.Number)]
    [InlineData("id.missing", (int)BulkGround.PersonWithoutNumber)]
    [InlineData("id.unknown;id.disagrees_with_year", (int)BulkGround.PersonWithoutNumber)]
    [InlineData("dob.missing", (int)BulkGround.PersonWithGap)]
    public void Cases_of_these_reasons_are_decided_together_on_a_ground(string reasons, int ground) =>
        Assert.Equal((BulkGround)ground, BulkReasons.GroundOf(reasons));

    [Theory]
    [InlineData("")]
    [InlineData("name.different")]
    [InlineData("dob.different")]
    [InlineData("name.letter;sex.different")]
    [InlineData("id.missing;dob.missing")]
    [InlineData("id.belongs_to_other;name.different;dob.different")]
    [InlineData("id.old_number")]
    [InlineData("of.another_version")]
    public void Each_case_of_these_is_looked_at(string reasons) => Assert.False(BulkReasons.May(reasons));
}
