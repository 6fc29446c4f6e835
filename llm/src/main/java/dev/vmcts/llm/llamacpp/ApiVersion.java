package dev.vmcts.llm.llamacpp;

import dev.vmcts.llm.llamacpp.NativeInfo.DeviceKind;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A version of llama.cpp's C API whose structures are known.
 *
 * @param name the release that it was read from; others may have the same structures
 * @param model {@code llama_model_params}
 * @param context {@code llama_context_params}
 * @param deviceKinds what the numbers of {@code ggml_backend_dev_type} mean, from 0
 */
record ApiVersion(
    String name, ParamsLayout model, ParamsLayout context, List<DeviceKind> deviceKinds) {

  private static final String ATTENTION =
      " rope_scaling_type:int=-1 pooling_type:int=-1 attention_type:int=-1";

  private static final ApiVersion B4916 = new ApiVersion(
      "b4916",
      ParamsLayout.of("devices:pointer=0 n_gpu_layers:int=0 split_mode:int=1 main_gpu:int=0"
          + " tensor_split:pointer=0 progress_callback:pointer=0 progress_data:pointer=0"
          + " kv_overrides:pointer=0 vocab_only:bool=0 use_mmap:bool=1 use_mlock:bool=0"
          + " check_tensors:bool=0"),
      ParamsLayout.of("n_ctx:int=512 n_batch:int=2048 n_ubatch:int=512 n_seq_max:int=1"
          + " n_threads:int=4 n_threads_batch:int=4" + ATTENTION
          + " rope_freq_base:float=0 rope_freq_scale:float=0 yarn_ext_factor:float=-1"
          + " yarn_attn_factor:float=1 yarn_beta_fast:float=32 yarn_beta_slow:float=1"
          + " yarn_orig_ctx:int=0 defrag_thold:float=-1 cb_eval:pointer=0 cb_eval_data:pointer=0"
          + " type_k:int=1 type_v:int=1 logits_all:bool=0 embeddings:bool=0 offload_kqv:bool=1"
          + " flash_attn:bool=0 no_perf:bool=1 abort_callback:pointer=0 abort_data:pointer=0"),
      List.of(DeviceKind.CPU, DeviceKind.GPU, DeviceKind.OTHER));

  private static final ApiVersion V0_5_0 = new ApiVersion(
      "v0.5.0",
      ParamsLayout.of("devices:pointer=0 tensor_buft_overrides:pointer=0 n_gpu_layers:int=-1"
          + " split_mode:int=1 load_mode:int=-1 lazy_mode:int=1 main_gpu:int=0"
          + " tensor_split:pointer=0 progress_callback:pointer=0 progress_data:pointer=0"
          + " kv_overrides:pointer=0 vocab_only:bool=0 check_tensors:bool=0 use_extra_bufts:bool=1"
          + " no_host:bool=0 no_alloc:bool=0 load_mtp:bool=0"),
      ParamsLayout.of("n_ctx:int=512 n_batch:int=2048 n_ubatch:int=512 n_seq_max:int=1"
          + " n_rs_seq:int=0 n_outputs_max:int=0 n_outputs_max_per_seq:int=1 n_threads:int=4"
          + " n_threads_batch:int=4 ctx_type:int=0" + ATTENTION
          + " flash_attn_type:int=-1 rope_freq_base:float=0 rope_freq_scale:float=0"
          + " yarn_ext_factor:float=-1 yarn_attn_factor:float=-1 yarn_beta_fast:float=-1"
          + " yarn_beta_slow:float=-1 yarn_orig_ctx:int=0 defrag_thold:float=-1 cb_eval:pointer=0"
          + " cb_eval_data:pointer=0 type_k:int=1 type_v:int=1 abort_callback:pointer=0"
          + " abort_data:pointer=0 embeddings:bool=0 offload_kqv:bool=1 no_perf:bool=1"
          + " op_offload:bool=1 swa_full:bool=1 kv_unified:bool=0 samplers:pointer=0"
          + " n_samplers:long=0 ctx_other:pointer=0"),
      List.of(DeviceKind.CPU, DeviceKind.GPU, DeviceKind.GPU, DeviceKind.OTHER, DeviceKind.OTHER));

  /** All that are known, the oldest first. */
  static final List<ApiVersion> KNOWN = List.of(B4916, V0_5_0);

  /** Their names, for messages. */
  static String names() {
    return KNOWN.stream().map(ApiVersion::name).collect(Collectors.joining(" and "));
  }

  DeviceKind kind(int number) {
    return number >= 0 && number < deviceKinds.size() ? deviceKinds.get(number) : DeviceKind.OTHER;
  }
}
