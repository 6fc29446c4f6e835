package dev.vmcts.llm.llamacpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ParamsLayoutTest {

  private static final ParamsLayout LAYOUT =
      ParamsLayout.of("a:bool=1 b:int=-1 c:bool=0 d:pointer=0 e:float=0.5 f:bool=1");

  private static ParamsBlock defaults() {
    ParamsBlock block = new ParamsBlock();
    LAYOUT.set(block, "a", 1);
    LAYOUT.set(block, "b", -1);
    LAYOUT.set(block, "c", 0);
    LAYOUT.set(block, "d", 0);
    LAYOUT.set(block, "e", Float.floatToRawIntBits(0.5f));
    LAYOUT.set(block, "f", 1);
    return block;
  }

  @Test
  void fields_lieWhereACompilerPutsThem() {
    ParamsBlock block = defaults();
    assertThat(LAYOUT.size()).isEqualTo(32);
    assertThat(block.written()).isEqualTo(29);
    assertThat(block.getPointer().getInt(4)).isEqualTo(-1);
    assertThat(block.getPointer().getLong(16)).isZero();
    assertThat(block.getPointer().getFloat(24)).isEqualTo(0.5f);
    assertThat(LAYOUT.difference(block)).isEmpty();
  }

  @Test
  void difference_otherDefault_namesTheField() {
    ParamsBlock block = defaults();
    LAYOUT.set(block, "b", 7);
    assertThat(LAYOUT.difference(block)).contains("has 7 at byte 4 for b, not 4294967295");
  }

  @Test
  void difference_otherLength_saysHowLong() {
    ParamsBlock shorter = new ParamsBlock();
    shorter.getPointer().setByte(0, (byte) 1);
    assertThat(LAYOUT.difference(shorter)).contains("is 1 bytes long, not 32");
    ParamsBlock longer = defaults();
    longer.getPointer().setInt(32, 0);
    assertThat(LAYOUT.difference(longer)).contains("is 36 bytes long, not 32");
  }

  @Test
  void set_unknownField_isAFault() {
    assertThat(LAYOUT.has("g")).isFalse();
    assertThatThrownBy(() -> LAYOUT.set(new ParamsBlock(), "g", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
